using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.ApiRegistration;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Aggregation;

/// <summary>Keeps the condition that says whether a registered API is available. A turn that needs the server's answer has it asked and is decided again with the answer at hand.</summary>
internal sealed class ApiServiceReconciler(ApiServiceChecks checks) : IReconciler
{
    public string Resource => Resources.ApiServices;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object?.Read<APIService>() is not { } api)
        {
            checks.Forget(context.Key);
            return Decision.None;
        }

        if (ApiServiceAvailability.Of(api, context.View) is { } known)
        {
            return Show(context.Object, api, known, context.Now);
        }

        var basis = CheckBasis.Of(api, context.View);
        return checks.Of(context.Key) is { } check && check.Basis.IsSameAs(basis) && context.Now < check.Next
            ? Show(context.Object, api, ApiServiceAvailability.Of(check.Error), context.Now) with { RequeueAfter = check.Next - context.Now }
            : Decision.Do(new CheckApi(context.Object, basis));
    }

    private static Decision Show(StoredObject stored, APIService api, APIServiceCondition condition, DateTimeOffset now)
    {
        var conditions = api.Status.Conditions ?? [];
        var present = conditions.FirstOrDefault(c => c.Type == ApiServiceAvailability.ConditionType);
        if (present is not null && present with { LastTransitionTime = null } == condition)
        {
            return Decision.None;
        }

        condition = condition with { LastTransitionTime = present?.Status == condition.Status ? present.LastTransitionTime : now };
        return Decision.Do(new ReplaceStatus(stored, api with
        {
            Status = api.Status with { Conditions = [.. conditions.Where(c => c.Type != ApiServiceAvailability.ConditionType), condition] },
        }));
    }
}
