using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Core;

/// <summary>What may change of a service: its addresses and families stay, unless it comes from or becomes an external name.</summary>
internal static class ServiceUpdateValidation
{
    private const string Fixed = "may not change once set";

    private static readonly FieldPath SpecPath = FieldPath.Of("spec");

    public static void Validate(Service next, Service previous, FieldErrors errors)
    {
        var initial = errors.Count;
        ServiceFamilies.Initialize(next.Spec, previous.Spec, errors);
        if (errors.Count > initial)
        {
            return;
        }

        if (next.Spec.NeedsClusterIp() && previous.Spec.NeedsClusterIp())
        {
            ValidateClusterIps(next.Spec, previous.Spec, errors);
            ValidateFamilies(next.Spec, previous.Spec, errors);
        }

        ServiceTrafficValidation.ValidateLoadBalancerClass(next.Spec, previous.Spec, errors);
        if (next.Spec.NeedsHealthCheckPort() && previous.Spec.NeedsHealthCheckPort() && next.Spec.HealthCheckNodePort != previous.Spec.HealthCheckNodePort)
        {
            errors.Forbidden(SpecPath.Child("healthCheckNodePort"), FieldErrorsExtensions.ImmutableMessage);
        }

        ObjectMetaValidation.ValidateCreate(next.Metadata, ServiceKind.Kind, errors);
        ServiceValidation.ValidateAll(next, errors);
    }

    private static void ValidateClusterIps(ServiceSpec next, ServiceSpec previous, FieldErrors errors)
    {
        if (next.IsHeadless() && previous.IsHeadless())
        {
            return;
        }

        var (ips, old) = (next.ClusterIPs ?? [], previous.ClusterIPs ?? []);
        var path = SpecPath.Child("clusterIPs");
        if (ips.Count == 0 && old.Count > 0)
        {
            errors.Invalid(path.Index(0), GoText.List("string", next.ClusterIPs), "primary clusterIP can not be unset");
        }

        // Of lists of different length only the first address counts.
        for (var i = 0; i < Math.Min(ips.Count, old.Count) && (i == 0 || ips.Count == old.Count); i++)
        {
            if (ips[i] != old[i])
            {
                errors.Invalid(path.Index(i), GoText.List("string", ips), Fixed);
            }
        }

        if (ips.Count == 1 && old.Count > 1)
        {
            RequireSingleStack(next, "clusterIP", errors);
        }
    }

    private static void ValidateFamilies(ServiceSpec next, ServiceSpec previous, FieldErrors errors)
    {
        if (next.IsHeadless() || previous.IsHeadless())
        {
            return;
        }

        var (families, old) = (next.IpFamilies ?? [], previous.IpFamilies ?? []);
        var path = SpecPath.Child("ipFamilies").Index(0);
        for (var i = 0; i < Math.Min(families.Count, old.Count) && (i == 0 || families.Count == old.Count); i++)
        {
            if (families[i] != old[i])
            {
                errors.Invalid(path, families.Count == old.Count ? GoText.List("core.IPFamily", families) : GoText.List("string", next.ClusterIPs), Fixed);
            }
        }

        if (old.Count > families.Count)
        {
            if (next.ClusterIPs is null or { Count: 0 })
            {
                errors.Invalid(path, GoText.List("core.IPFamily", next.IpFamilies), "primary ipFamily can not be unset");
            }

            if (families.Count == 1)
            {
                RequireSingleStack(next, "ipFamily", errors);
            }
        }
    }

    private static void RequireSingleStack(ServiceSpec next, string released, FieldErrors errors)
    {
        if (next.IpFamilyPolicy != ServiceTraits.SingleStack)
        {
            errors.Invalid(SpecPath.Child("ipFamilyPolicy"), next.IpFamilyPolicy ?? "null", $"must be set to 'SingleStack' when releasing the secondary {released}");
        }
    }
}
