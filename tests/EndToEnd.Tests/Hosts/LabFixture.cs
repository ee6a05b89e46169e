using ActorKube.Tests.Lab;

namespace ActorKube.EndToEnd.Tests.Hosts;

/// <summary>Three hosts on machines of their own, which the tests of one class share: each leaves them well.</summary>
public sealed class LabFixture : IAsyncLifetime
{
    internal Lab Lab { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Lab = await Lab.StartAsync(3, ["dotnet", Path.Combine(AppContext.BaseDirectory, "actorkube.dll")], TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (Lab is not null)
        {
            await Lab.DisposeAsync();
        }
    }
}
