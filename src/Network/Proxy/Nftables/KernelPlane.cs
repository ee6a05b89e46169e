using System.ComponentModel;
using ActorKube.Network.Proxy.Kernel;
using ActorKube.Network.Proxy.Tables;
using Microsoft.Extensions.Logging;

namespace ActorKube.Network.Proxy.Nftables;

/// <summary>Services in the kernel: one nftables table that outlives this process, so that services go on while it restarts.</summary>
internal sealed partial class KernelPlane : IServicePlane
{
    private readonly INftables _nftables;
    private readonly NftScript _script;
    private readonly string _table;
    private readonly ConnectionTracking _flows = new();
    private readonly FilterGeneration _generation = new();
    private readonly DockerForwarding _docker;
    private readonly ILogger _log;
    private uint _seen;
    private bool _suspect = true;

    private KernelPlane(INftables nftables, string table, ILogger log) =>
        (_nftables, _table, _script, _docker, _log) = (nftables, table, new NftScript(table), new DockerForwarding(nftables, table), log);

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
        Run(_docker.Ensure);
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

        Forget(StaleFlows.After(from, to));
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> IsIntactAsync(ServiceTable table, CancellationToken cancellationToken)
    {
        try
        {
            // Docker may have started since.
            Run(_docker.Ensure);
            if (_generation.Read() == _seen && !_suspect)
            {
                return ValueTask.FromResult(true);
            }

            // Others have their own tables: most changes don't concern this one.
            (_seen, _suspect) = (_generation.Read(), false);
            return ValueTask.FromResult(NftInventory.Of(table).Equals(NftInventory.Read(_nftables.Run($"list table ip {_table}", asJson: true))));
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
        _nftables.Dispose();
        _flows.Dispose();
        _generation.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Run(string commands) => Run(() => _nftables.Run(commands));

    private void Run(Action transaction)
    {
        try
        {
            var before = _generation.Read();
            transaction();
            if (_generation.Read() == before)
            {
                return;
            }

            _suspect |= before != _seen;
            _seen = _generation.Read();
            _suspect |= _seen != before + 1;
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
