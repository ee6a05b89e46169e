using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Actions;

/// <summary>Replaces an object by its next state. Stale when the object isn't the one that the decision saw any more.</summary>
/// <param name="Basis">What the decision saw.</param>
public sealed record ReplaceObject(StoredObject Basis, IApiObject Next) : ReconcileAction;

/// <summary>As <see cref="ReplaceObject"/>, of the status alone.</summary>
public sealed record ReplaceStatus(StoredObject Basis, IApiObject Next) : ReconcileAction;

/// <summary>As <see cref="ReplaceObject"/>, for what neither of the two may touch: the subresource's name says what it is.</summary>
public sealed record ReplacePart(StoredObject Basis, IApiObject Next, string Subresource) : ReconcileAction;
