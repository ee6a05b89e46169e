using System.ComponentModel;
using ActorKube.Network.Nftables;
using ActorKube.Network.Proxy.Kernel;
using ActorKube.Network.Proxy.Tables;
using Microsoft.Extensions.Logging;

namespace ActorKube.Network.Proxy.Nftables;

/// <summary>Services in the kernel: one nftables table that outlives this process, so that services go on while it restarts.</summary>
internal sealed partial class KernelPlane : IServicePlane
{
    /// <summary>Connections of services, whatever they lead to.</summary>
    private const string Translated = "ct status & dnat == dnat";

    private readonly WatchedFilter _filter;
    private readonly NftScript _script;
    private readonly string _table;
    private readonly ConnectionTracking _flows = new();
    private readonly Hairpins _hairpins;
    private readonly DockerForwarding _docker;
    private readonly ILogger _log;

    private KernelPlane(INftables nftables, string table, ILogger log) =>
        (_filter, _table, _script, _docker, _hairpins, _log) = (new WatchedFilter(nftables), table, new NftScript(table), new DockerForwarding(nftables, table), new Hairpins(log), log);

    /// <summary>None: a transaction takes effect as a whole.</summary>
    public IReadOnlyDictionary<ServiceName, string> Refusals { get; } = new Dictionary<ServiceName, string>();

    /// <summary>In the network namespace of the calling thread.</summary>
    /// <param name="table">Name of the table; each node of a machine has its own.</param>
    /// <exception cref="PlaneException">nftables can't be had: no rights, no library.</exception>
    public static KernelPlane Open(string table, ILogger log)
    {
        Libnftables? nftables = null;
        try
        {
            nftables = new Libnftables();

            // It changes nothing that is there, and needs the rights that everything needs.
            nftables.Run($"add table ip {table}");
            return new KernelPlane(nftables, table, log);
        }
        catch (Exception e) when (e is NftablesException or Win32Exception)
        {
            nftables?.Dispose();
            throw new PlaneException(e.Message, e);
        }
    }

    public ValueTask RebuildAsync(ServiceTable table, CancellationToken cancellationToken)
    {
        Run(_script.Full(table));
        Run(() => _docker.Ensure(Translated));
        _hairpins.Allow(ServiceTable.Empty(table.Node), table);
        Forget(StaleFlows.After(ServiceTable.Empty(table.Node), table));
        return ValueTask.CompletedTask;
    }

    public ValueTask ChangeAsync(ServiceTable from, ServiceTable to, CancellationToken cancellationToken)
    {
        if (!from.Node.PodNetworks.SequenceEqual(to.Node.PodNetworks))
        {
            // They are part of rules that are always there.
            return RebuildAsync(to, cancellationToken);
        }

        if (_script.Difference(from, to) is { Length: > 0 } script)
        {
            Run(script);
        }

        _hairpins.Allow(from, to);
        Forget(StaleFlows.After(from, to));
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> IsIntactAsync(ServiceTable table, CancellationToken cancellationToken)
    {
        try
        {
            // Docker may have started since.
            Run(() => _docker.Ensure(Translated));
            _hairpins.Allow(ServiceTable.Empty(table.Node), table);
            if (_filter.IsUntouched)
            {
                return ValueTask.FromResult(true);
            }

            // Others have their own tables: most changes don't concern this one.
            _filter.Looked();
            var wanted = NftInventory.Of(NftStructure.Of(table), table.Services.Values.SelectMany(RouteElements.Of));
            return ValueTask.FromResult(wanted.Equals(NftInventory.Read(_filter.Read($"list table ip {_table}"))));
        }
        catch (NftablesException)
        {
            // The table is gone.
            return ValueTask.FromResult(false);
        }
    }

    /// <summary>Removes the table: services are no longer served by this node.</summary>
    public void Remove()
    {
        Run(_script.Remove());
        Run(_docker.Remove);
    }

    public ValueTask DisposeAsync()
    {
        _filter.Dispose();
        _flows.Dispose();
        _hairpins.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Run(string commands) => Guard(() => _filter.Run(commands));

    private void Run(Action transaction) => Guard(() => _filter.Run(transaction));

    private static void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (NftablesException e)
        {
            throw new PlaneException(e.Message, e);
        }
    }

    private void Forget(IReadOnlyDictionary<Frontend, IReadOnlySet<uint>> frontends)
    {
        if (frontends.Count == 0)
        {
            return;
        }

        try
        {
            if (_flows.Forget(frontends) is var count and > 0)
            {
                LogForgotten(_log, count);
            }
        }
        catch (Win32Exception e)
        {
            // The rules are right; such flows end by themselves when their clients pause for half a minute.
            LogNotForgotten(_log, e);
        }
    }

    [LoggerMessage(1, LogLevel.Debug, "{Count} UDP flows to removed endpoints are forgotten")]
    private static partial void LogForgotten(ILogger log, int count);

    [LoggerMessage(2, LogLevel.Warning, "UDP flows to removed endpoints could not be looked for")]
    private static partial void LogNotForgotten(ILogger log, Exception e);
}
