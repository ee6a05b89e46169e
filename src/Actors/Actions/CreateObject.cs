using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Actions;

/// <summary>
/// Creates an object. Its type is told by its apiVersion and kind. One that is there already under the same name, with the same controller,
/// counts as done; so does a namespace that is going and takes nothing in any more.
/// </summary>
public sealed record CreateObject(IApiObject Object) : ReconcileAction
{
    /// <summary>The event that tells of the object once it is there, with the name that it was given.</summary>
    public Func<IApiObject, EmitEvent>? Announce { get; init; }
}
