using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Engine.Actors.Reconciling;

/// <summary>Everything that a decision may depend on.</summary>
/// <param name="Key">The object's address.</param>
/// <param name="Object">The object; null when it is gone.</param>
/// <param name="View">All objects, at the revision at which <paramref name="Object"/> was read.</param>
/// <param name="Now">The time of the turn.</param>
public sealed record ReconcileContext(ObjectKey Key, StoredObject? Object, ViewSnapshot View, DateTimeOffset Now);
