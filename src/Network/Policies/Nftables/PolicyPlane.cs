using System.ComponentModel;
using ActorKube.Network.Kernel;
using ActorKube.Network.Nftables;
using ActorKube.Network.Policies.Tables;
using Microsoft.Extensions.Logging;

namespace ActorKube.Network.Policies.Nftables;

/// <summary>Policies in the kernel: one nftables table that outlives this process, so that pods stay isolated while it restarts.</summary>
internal sealed class PolicyPlane : IPolicyPlane
{
    private readonly WatchedFilter _filter;
    private readonly string _table;
    private readonly ILogger _log;

    private PolicyPlane(INftables nftables, string table, ILogger log) => (_filter, _table, _log) = (new WatchedFilter(nftables), table, log);

    public string? Gap { get; private set; }

    /// <summary>In the network namespace of the calling thread.</summary>
    /// <param name="table">Name of the table; each node of a machine has its own.</param>
    /// <exception cref="PlaneException">nftables can't be had: no rights, no library.</exception>
    public static PolicyPlane Open(string table, ILogger log)
    {
        Libnftables? nftables = null;
        try
        {
            nftables = new Libnftables();

            // It changes nothing that is there, and needs the rights that everything needs.
            nftables.Run($"add table ip {table}");
            return new PolicyPlane(nftables, table, log);
        }
        catch (Exception e) when (e is NftablesException or Win32Exception)
        {
            nftables?.Dispose();
            throw new PlaneException(e.Message, e);
        }
    }

    public void Rebuild(FilterTable table)
    {
        ShowBridgedTraffic();
        Run(PolicyScript.Full(_table, table));
    }

    public void Change(FilterTable from, FilterTable to)
    {
        if (PolicyScript.Difference(_table, from, to) is { Length: > 0 } script)
        {
            Run(script);
        }
    }

    public bool IsIntact(FilterTable table)
    {
        // Somebody may have switched it off since, or loaded the module.
        ShowBridgedTraffic();
        try
        {
            if (_filter.IsUntouched)
            {
                return true;
            }

            // Others have their own tables: most changes don't concern this one.
            _filter.Looked();
            return NftInventory.Of(table.Parts, table.Elements).Equals(NftInventory.Read(_filter.Read($"list table ip {_table}")));
        }
        catch (NftablesException)
        {
            // The table is gone.
            return false;
        }
    }

    /// <summary>Removes the table: nobody is isolated any more.</summary>
    public void Remove() => Run(PolicyScript.Remove(_table));

    public void Dispose() => _filter.Dispose();

    private void ShowBridgedTraffic() =>
        Gap = BridgedTraffic.ShowToRules(_log, isKnown: Gap is not null) is { } why ? $"pods of this node that share a bridge reach each other whatever it says: {why}; load the kernel module br_netfilter" : null;

    private void Run(string commands)
    {
        try
        {
            _filter.Run(commands);
        }
        catch (NftablesException e)
        {
            throw new PlaneException(e.Message, e);
        }
    }
}
