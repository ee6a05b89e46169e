using ActorKube.Network.Policies.Tables;

namespace ActorKube.Network.Policies;

/// <summary>Carries out what tables say. Called by one at a time.</summary>
internal interface IPolicyPlane : IDisposable
{
    /// <summary>What isn't filtered although the table is in effect, in words for policies' owners; null for nothing.</summary>
    string? Gap { get; }

    /// <summary>Makes everything as the table says, whatever it was.</summary>
    /// <exception cref="PlaneException">It can't be done; all is as it was.</exception>
    void Rebuild(FilterTable table);

    /// <summary>Changes what differs.</summary>
    /// <exception cref="PlaneException">It can't be done; all is as it was.</exception>
    void Change(FilterTable from, FilterTable to);

    /// <summary>False if somebody else has changed what this made of the table.</summary>
    bool IsIntact(FilterTable table);
}
