using ActorKube.Network.Policies.Tables;

namespace ActorKube.Network.Policies;

/// <summary>For nodes that can't enforce policies: every policy that isolates one of their pods is told so.</summary>
internal sealed class NoPlane(string why) : IPolicyPlane
{
    public string Gap => $"it is not enforced: {why}";

    public void Rebuild(FilterTable table)
    {
    }

    public void Change(FilterTable from, FilterTable to)
    {
    }

    public bool IsIntact(FilterTable table) => true;

    public void Dispose()
    {
    }
}
