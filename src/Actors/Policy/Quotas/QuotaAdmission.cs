using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Policy.Quotas;

/// <summary>
/// Refuses what would exceed a quota of its namespace. What was let through and isn't in the view yet counts as well, so that creations at the same time don't pass
/// together where one would; a namespace without quotas costs one look-up. Follows <c>kubernetes.io/docs/concepts/policy/resource-quotas</c>. Thread-safe.
/// </summary>
public sealed class QuotaAdmission(KindRegistry registry, Func<ViewSnapshot> newest) : IAdmission
{
    /// <summary>A creation that was let through and then failed is forgotten after this time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly IReadOnlyList<Kind> _kinds = new KindNames(registry).Stored;
    private readonly Dictionary<ObjectKey, Passed> _passed = [];

    public void Validate(AdmissionRequest request, IApiObject value)
    {
        if (request.Operation != AdmissionOperation.Create || request.Subresource.Length > 0 || request.Key.Namespace.Length == 0
            || !request.View.List(Resources.ResourceQuotas, request.Key.Namespace).Any())
        {
            return;
        }

        var usage = QuotaUsage.Of(request.Kind, value);
        lock (_gate)
        {
            var view = newest();
            foreach (var stored in view.List(Resources.ResourceQuotas, request.Key.Namespace))
            {
                Check(request, stored.Read<ResourceQuota>(), value, usage, view);
            }

            if (!request.DryRun)
            {
                _passed[request.Key] = new Passed(value, usage, request.Now);
            }
        }
    }

    private void Check(AdmissionRequest request, ResourceQuota quota, IApiObject value, Dictionary<string, Quantity> usage, ViewSnapshot view)
    {
        var hard = quota.Spec.Hard ?? new Dictionary<string, Quantity>();
        if (!QuotaScopes.Cover(quota.Spec, value) || !hard.Keys.Any(r => QuotaUsage.Concerns(request.Kind, r)))
        {
            return;
        }

        var name = quota.Metadata.Name;
        if (value is Pod pod && QuotaDemands.Missing(pod, hard.Keys) is { } missing)
        {
            throw Refuse(request, $"failed quota: {name}: must specify {missing}");
        }

        var asked = hard.Keys.Where(r => usage.TryGetValue(r, out var amount) && amount.Sign > 0).ToList();
        if (asked.Count == 0)
        {
            return;
        }

        var used = Used(view, quota, request);
        var exceeded = asked.Where(r => used[r] + usage[r] > hard[r]).Order(StringComparer.Ordinal).ToList();
        if (exceeded.Count > 0)
        {
            throw Refuse(request, $"exceeded quota: {name}, requested: {Text(exceeded, usage)}, used: {Text(exceeded, used)}, limited: {Text(exceeded, hard)}");
        }
    }

    private Dictionary<string, Quantity> Used(ViewSnapshot view, ResourceQuota quota, AdmissionRequest request)
    {
        var used = QuotaLedger.Used(view, _kinds, request.Key.Namespace, quota.Spec);
        foreach (var (key, passed) in _passed)
        {
            if (view.Get(key) is not null || request.Now - passed.Time > Patience)
            {
                _passed.Remove(key);
            }
            else if (key.Namespace == request.Key.Namespace && key != request.Key && QuotaScopes.Cover(quota.Spec, passed.Value))
            {
                QuotaLedger.Add(used, passed.Usage);
            }
        }

        return used;
    }

    private static ApiException Refuse(AdmissionRequest request, string why) =>
        ApiErrors.Forbidden(request.Kind.Plural, request.Kind.Group, request.Key.Name, why);

    private static string Text(List<string> names, IReadOnlyDictionary<string, Quantity> amounts) => string.Join(",", names.Select(n => $"{n}={amounts[n]}"));

    private sealed record Passed(IApiObject Value, Dictionary<string, Quantity> Usage, DateTimeOffset Time);
}
