using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Garbage;

/// <summary>
/// Tells of owners in another namespace, which are not allowed: such an owner counts as absent, and what names it goes or, where that can't be decided,
/// is left alone.
/// </summary>
internal static class InvalidNamespace
{
    private const string Source = "garbage-collector-controller";

    public static EmitEvent Warn(IApiObject value, ObjectOwner owner)
    {
        var reference = $"[{owner.ApiVersion}/{owner.Kind}, namespace: {value.Metadata.Namespace}, name: {owner.Name}, uid: {owner.Uid}]";
        return EmitEvent.Warning(value, Source, "OwnerRefInvalidNamespace", $"ownerRef {reference} does not exist in namespace \"{value.Metadata.Namespace}\"");
    }

    /// <summary>
    /// For those owners that live elsewhere. An owner that was here leaves a tombstone for a while; only for one that never was are the other namespaces searched.
    /// </summary>
    public static IEnumerable<ReconcileAction> Warnings(ViewSnapshot view, StoredObject stored, Kind kind, KindNames names) =>
        from owner in stored.Header.Owners
        let key = names.KeyOf(owner, stored.Key.Namespace)
        where key is { Namespace.Length: > 0 } && view.VersionOf(key.Value) == 0
        where view.List(Resources.Namespaces).Any(n => view.Get(key.Value with { Namespace = n.Key.Name })?.Header.Uid == owner.Uid)
        select (ReconcileAction)Warn(stored.Read(kind), owner);
}
