namespace ActorKube.Api.Tokens;

/// <summary>
/// Where the keys of service-account tokens come from. All hosts of a cluster have to see the same ones. What it gives may change over time: a key is accepted
/// before it becomes current, and stays so until the last token that it signed has expired. Thread-safe.
/// </summary>
public interface ISigningKeys
{
    /// <summary>Signs new tokens; one of <see cref="Accepted"/>.</summary>
    SigningKey Current { get; }

    /// <summary>Tokens that one of them has signed are good.</summary>
    IReadOnlyList<SigningKey> Accepted { get; }
}

/// <summary>One key for good.</summary>
/// <param name="key">May be made on first use: that takes a while.</param>
public sealed class FixedSigningKey(Lazy<SigningKey> key) : ISigningKeys
{
    public FixedSigningKey(SigningKey key)
        : this(new Lazy<SigningKey>(key))
    {
    }

    public SigningKey Current => key.Value;

    public IReadOnlyList<SigningKey> Accepted => [key.Value];
}
