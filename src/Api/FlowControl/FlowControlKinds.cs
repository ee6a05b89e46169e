using ActorKube.Api.Kinds;

namespace ActorKube.Api.FlowControl;

/// <summary>The kinds of flowcontrol.apiserver.k8s.io.</summary>
public static class FlowControlKinds
{
    internal const string Group = "flowcontrol.apiserver.k8s.io";

    public static IReadOnlyList<Kind> All { get; } = [FlowSchemaKind.Kind, PriorityLevelConfigurationKind.Kind];
}
