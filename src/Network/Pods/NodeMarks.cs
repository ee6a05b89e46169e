namespace ActorKube.Network.Pods;

/// <summary>What has to be looked at again.</summary>
internal sealed class NodeMarks
{
    /// <summary>Of Nodes.</summary>
    public HashSet<string> Names { get; } = [];

    /// <summary>The machine may have changed, or it is time to see whether all is still as it was made.</summary>
    public bool Machine { get; set; }
}
