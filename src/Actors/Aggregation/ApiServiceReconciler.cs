using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.ApiRegistration;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Aggregation;

/// <summary>Keeps the condition that says whether a registered API is available.</summary>
internal sealed class ApiServiceReconciler : IReconciler
{
    public string Resource => Resources.ApiServices;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object?.Read<APIService>() is not { } api)
        {
            return Decision.None;
        }

        var condition = ApiServiceAvailability.Of(api, context.View);
        var conditions = api.Status.Conditions ?? [];
        var present = conditions.FirstOrDefault(c => c.Type == ApiServiceAvailability.ConditionType);
        if (present is not null && present with { LastTransitionTime = null } == condition)
        {
            return Decision.None;
        }

        condition = condition with { LastTransitionTime = present?.Status == condition.Status ? present.LastTransitionTime : context.Now };
        return Decision.Do(new ReplaceStatus(context.Object, api with
        {
            Status = api.Status with { Conditions = [.. conditions.Where(c => c.Type != ApiServiceAvailability.ConditionType), condition] },
        }));
    }
}
