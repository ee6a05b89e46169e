using ActorKube.Network.Proxy;
using ActorKube.Network.Proxy.Tables;
using ActorKube.Network.Tests.Proxy.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.Network.Tests.Proxy;

public sealed class TableSyncTests
{
    private const int Limit = 60_000;
    private static readonly ServiceTable Empty = Make.Table();
    private static readonly ServiceTable One = Empty.With(Routes("one", "10.96.0.1"));
    private static readonly ServiceTable Two = One.With(Routes("two", "10.96.0.2"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = Limit)]
    public async Task Counts_WhileAChangeIsUnderWay_AreOfWhatHasTakenEffect()
    {
        await using var plane = new StubPlane();
        var sync = new TableSync(plane, Empty, NullLogger.Instance);
        await sync.ApplyAsync(One, Cancellation);

        plane.Pause();
        var change = sync.ApplyAsync(Two, Cancellation);
        Assert.Equal((2, 1), (sync.Wanted.Services.Count, Services(sync)));

        plane.Resume();
        await change;
        Assert.Equal(2, Services(sync));
    }

    [Fact(Timeout = Limit)]
    public async Task Apply_OneServiceIsRefused_OthersAreProgrammed()
    {
        await using var plane = new StubPlane { Refused = "two" };
        var sync = new TableSync(plane, Empty, NullLogger.Instance);

        await sync.ApplyAsync(Two.With(Routes("three", "10.96.0.3")), Cancellation);

        Assert.Equal("two", Assert.Single(sync.Refusals).Key.Name);
        Assert.Equal(["one", "three"], plane.Programmed);
        Assert.Equal(2, Services(sync));
    }

    private static int Services(TableSync sync) => sync.Counts(isKernel: true, unprogrammed: 0).Services;

    private static ServiceRoutes Routes(string name, string ip) => Make.Routes(Make.Service(name: name, ip: ip), Make.Node, Make.Slice(Make.Endpoint("10.244.0.5")));

    /// <summary>Takes its time if told to, and any table but one with a certain service.</summary>
    private sealed class StubPlane : IServicePlane
    {
        private TaskCompletionSource _go = new();
        private ServiceTable _table = Empty;

        public StubPlane() => Resume();

        public string? Refused { get; init; }

        public IEnumerable<string> Programmed => _table.Services.Keys.Select(static n => n.Name).Order(StringComparer.Ordinal);

        public IReadOnlyDictionary<ServiceName, string> Refusals { get; } = new Dictionary<ServiceName, string>();

        public void Pause() => _go = new TaskCompletionSource();

        public void Resume() => _go.SetResult();

        public ValueTask RebuildAsync(ServiceTable table, CancellationToken cancellationToken) => TakeAsync(table, cancellationToken);

        public ValueTask ChangeAsync(ServiceTable from, ServiceTable to, CancellationToken cancellationToken) => TakeAsync(to, cancellationToken);

        public ValueTask<bool> IsIntactAsync(ServiceTable table, CancellationToken cancellationToken) => ValueTask.FromResult(true);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private async ValueTask TakeAsync(ServiceTable table, CancellationToken cancellationToken)
        {
            await _go.Task.WaitAsync(cancellationToken);
            _table = table.Services.Keys.Any(n => n.Name == Refused) ? throw new PlaneException("no room") : table;
        }
    }
}
