using ActorKube.Api.Tokens;

namespace ActorKube.Api.Tests.Tokens;

/// <summary>Two keys for all tests of a class: making one takes a while.</summary>
public sealed class Keys : IDisposable
{
    public SigningKey One { get; } = SigningKey.Create();

    public SigningKey Other { get; } = SigningKey.Create();

    public void Dispose()
    {
        One.Dispose();
        Other.Dispose();
    }
}
