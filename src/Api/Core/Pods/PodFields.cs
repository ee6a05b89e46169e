namespace ActorKube.Api.Core;

/// <summary>Fields of pods, by which they can be selected.</summary>
public static class PodFields
{
    /// <summary>The node that a pod is bound to; empty for none.</summary>
    public const string NodeName = "spec.nodeName";
}
