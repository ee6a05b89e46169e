using System.Globalization;
using ActorKube.Actors.Actions;
using ActorKube.Actors.Scheduling.Binding;
using ActorKube.Actors.Workloads.DaemonSets;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Tests.Support;

/// <summary>Decisions in short, to be compared as a whole.</summary>
internal static class Actions
{
    public static string[] Texts(this Decision decision) => [.. decision.Actions.SelectMany(Texts)];

    /// <summary>What happens to pods alone: those of DaemonSets by their node, Events by their reason.</summary>
    public static string InShort(this Decision decision) => string.Join(',', decision.Actions.SelectMany(static a => a is InBursts bursts ? bursts.Actions : [a]).Select(static a => a switch
    {
        CreateObject { Object: Pod pod } => "create " + (DaemonPods.NodeOf(pod) ?? pod.Metadata.Name),
        DeleteObject delete => "delete " + delete.Key.Name,
        EmitEvent emit => "event " + emit.Reason,
        _ => "",
    }).Where(static t => t.Length > 0));

    public static T Only<T>(this Decision decision)
        where T : ReconcileAction => decision.Actions.OfType<T>().Single();

    private static IEnumerable<string> Texts(ReconcileAction action) => action switch
    {
        InBursts bursts => bursts.Actions.SelectMany(Texts),
        CreateObject create => [$"create {create.Object.Kind} {create.Object.Metadata.Name ?? create.Object.Metadata.GenerateName + "*"}{Size(create.Object)}"],
        DeleteObject delete => [$"delete {delete.Key.Name}{Policy(delete)}"],
        ReplaceObject replace => [$"replace {replace.Basis.Key.Name}{Size(replace.Next)}"],
        ReplaceStatus replace => [$"status {replace.Basis.Key.Name}"],
        ReplacePart replace => [$"{replace.Subresource} {replace.Basis.Key.Name}"],
        EmitEvent emit => [$"event {emit.Reason}: {emit.Message}"],
        BindPod bind => [$"bind {bind.Stored.Key.Name} to {bind.Node.Name}"],
        _ => [action.GetType().Name],
    };

    private static string Size(object value) => value is ReplicaSet { Spec.Replicas: { } replicas } ? " at " + replicas.ToString(CultureInfo.InvariantCulture) : "";

    private static string Policy(DeleteObject delete) => delete.Options switch
    {
        { PropagationPolicy: { } policy } => " " + policy,
        { GracePeriodSeconds: 0 } => " now",
        _ => "",
    };
}
