using System.Collections.Concurrent;
using ActorKube.Api.Apply;
using ActorKube.Api.Kinds;
using ActorKube.Api.Serialization;

namespace ActorKube.Engine.Fields;

/// <summary>What keeps track of the owners of one kind's fields, for one way of writing it.</summary>
/// <param name="Manager">For every case.</param>
/// <param name="OnCreate">For new objects, in one pass; it leaves the rare hard cases to the manager.</param>
public sealed record FieldTracking(FieldManager Manager, FieldsV1Writer OnCreate);

/// <summary>The field tracking of each kind and subresource, made on first use. Thread-safe.</summary>
public sealed class FieldManagers
{
    private readonly ConcurrentDictionary<(Kind Shown, Kind Parent, string Subresource), FieldTracking> _known = new();

    /// <param name="shown">Kind of the bodies: Scale for <c>/scale</c>.</param>
    /// <param name="parent">Kind of the object.</param>
    public FieldTracking For(Kind shown, Kind parent, string subresource) => _known.GetOrAdd((shown, parent, subresource), static k => Make(new FieldManagerOptions
    {
        Type = k.Shown.Model,
        ApiVersion = k.Shown.ApiVersion,
        Kind = k.Shown.Name,
        Empty = JsonTree.ParseObject(k.Shown.Write(k.Shown.Read("{}"u8)).Span),
        Subresource = k.Subresource,
        Reset = ResetFields(k.Parent, k.Subresource),
    }));

    private static FieldTracking Make(FieldManagerOptions options) => new(new FieldManager(options), new FieldsV1Writer(options));

    /// <summary>What a write of the subresource can't change, and so can't own.</summary>
    private static FieldSet ResetFields(Kind kind, string subresource) => (kind.HasStatus, subresource) switch
    {
        (true, "") => FieldSet.Of(kind.ResetFields.Append("status").Select(f => FieldPath.Of(f))),
        (true, "status") => FieldSet.Of(kind.Model.Fields.Where(f => f.Name is not ("status" or "metadata" or "kind" or "apiVersion")).Select(f => FieldPath.Of(f.Name))),
        _ => FieldSet.Empty,
    };
}
