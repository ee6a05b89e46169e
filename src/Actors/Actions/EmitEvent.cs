using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Actions;

/// <summary>Records a Kubernetes Event. Repeated ones are counted on the first.</summary>
/// <param name="Regarding">The object that it happened to.</param>
/// <param name="Type">Normal or Warning.</param>
/// <param name="Reason">One word in camel case.</param>
/// <param name="Source">The controller that says so, such as <c>replicaset-controller</c>.</param>
public sealed record EmitEvent(ObjectReference Regarding, string Type, string Reason, string Message, string Source) : ReconcileAction
{
    public static EmitEvent Normal(IApiObject regarding, string source, string reason, string message) => new(References.To(regarding), "Normal", reason, message, source);

    public static EmitEvent Warning(IApiObject regarding, string source, string reason, string message) => new(References.To(regarding), "Warning", reason, message, source);
}
