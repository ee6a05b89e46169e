using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.FlowControl;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.FlowControl;

/// <summary>Says whether the priority level that a flow schema refers to exists. Follows <c>kubernetes.io/docs/concepts/cluster-administration/flow-control</c>.</summary>
internal sealed class FlowSchemaReconciler : IReconciler
{
    private const string Dangling = "Dangling";

    public string Resource => Resources.FlowSchemas;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object?.Read<FlowSchema>() is not { } schema)
        {
            return Decision.None;
        }

        var level = schema.Spec.PriorityLevelConfiguration.Name;
        var exists = context.View.Get(new ObjectKey(Resources.PriorityLevels, "", level)) is not null;
        var condition = new FlowSchemaCondition
        {
            Type = Dangling,
            Status = exists ? "False" : "True",
            Reason = exists ? "Found" : "NotFound",
            Message = $"This FlowSchema references the PriorityLevelConfiguration object named \"{level}\" {(exists ? "and it exists" : "but there is no such object")}",
        };
        var conditions = schema.Status.Conditions ?? [];
        var present = conditions.FirstOrDefault(c => c.Type == Dangling);
        if (present is not null && present with { LastTransitionTime = null } == condition)
        {
            return Decision.None;
        }

        condition = condition with { LastTransitionTime = present?.Status == condition.Status ? present.LastTransitionTime : context.Now };
        return Decision.Do(new ReplaceStatus(context.Object, schema with
        {
            Status = schema.Status with { Conditions = [.. conditions.Where(c => c.Type != Dangling), condition] },
        }));
    }
}
