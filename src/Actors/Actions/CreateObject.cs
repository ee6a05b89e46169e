using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Actions;

/// <summary>Creates an object. Its type is told by its apiVersion and kind. One that is there already under the same name, with the same controller, counts as done.</summary>
public sealed record CreateObject(IApiObject Object) : ReconcileAction;
