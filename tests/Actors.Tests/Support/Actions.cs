using System.Globalization;
using ActorKube.Actors.Actions;
using ActorKube.Actors.Scheduling.Binding;
using ActorKube.Api.Apps;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Tests.Support;

/// <summary>Decisions in short, to be compared as a whole.</summary>
internal static class Actions
{
    public static string[] Texts(this Decision decision) => [.. decision.Actions.SelectMany(Texts)];

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
