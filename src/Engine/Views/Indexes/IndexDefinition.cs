using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Views.Indexes;

/// <summary>A secondary index that every snapshot carries, consistent with its objects.</summary>
/// <param name="Name">
/// What lookups name it by. One that is named as a field by which the resource can be selected has each object under just the value of that field, and serves such selections.
/// </param>
/// <param name="Resource">The resource it is over; null for all of them, each on its own.</param>
/// <param name="Keys">
/// Adds the keys under which an object is found. Pure, quick and never failing: it runs for each change, on the thread that applies it.
/// </param>
public sealed record IndexDefinition(string Name, string? Resource, Action<StoredObject, ICollection<string>> Keys);
