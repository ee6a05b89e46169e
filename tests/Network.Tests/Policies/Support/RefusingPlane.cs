using ActorKube.Network.Policies;
using ActorKube.Network.Policies.Nftables;
using ActorKube.Network.Policies.Tables;

namespace ActorKube.Network.Tests.Policies.Support;

/// <summary>A kernel that refuses every transaction with a certain text in it, and notes the others.</summary>
internal sealed class RefusingPlane : IPolicyPlane
{
    public string? Refuses { get; set; }

    public bool IsDamaged { get; set; }

    public string? Gap { get; set; }

    /// <summary>What it has been brought to.</summary>
    public FilterTable? Table { get; private set; }

    public int Rebuilds { get; private set; }

    public void Rebuild(FilterTable table)
    {
        Take(PolicyScript.Full("t", table), table);
        Rebuilds++;
        IsDamaged = false;
    }

    public void Change(FilterTable from, FilterTable to)
    {
        Assert.Equal(TableText.Of(Table!), TableText.Of(from));
        Take(PolicyScript.Difference("t", from, to), to);
    }

    public bool IsIntact(FilterTable table) => !IsDamaged;

    public void Dispose()
    {
    }

    private void Take(string script, FilterTable table)
    {
        if (Refuses is not null && script.Contains(Refuses, StringComparison.Ordinal))
        {
            throw new PlaneException($"no {Refuses}");
        }

        Table = table;
    }
}
