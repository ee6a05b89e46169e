using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Core;

/// <summary>Address families of services in a cluster that has IPv4 only.</summary>
internal static class ServiceFamilies
{
    private const string Primary = "IPv4";

    private static readonly FieldPath SpecPath = FieldPath.Of("spec");
    private static readonly FieldPath PolicyPath = SpecPath.Child("ipFamilyPolicy");

    /// <summary>Fills in the policy and the families. With errors the result is the specification as far as it was understood.</summary>
    public static ServiceSpec Initialize(ServiceSpec spec, ServiceSpec? previous, FieldErrors errors)
    {
        if (!spec.NeedsClusterIp() || IsUnchangedPreference(spec, previous))
        {
            return spec;
        }

        var initial = errors.Count;
        spec = spec with { IpFamilyPolicy = spec.IpFamilyPolicy ?? previous?.IpFamilyPolicy ?? DefaultPolicy(spec) };
        ServiceClusterIpValidation.Validate(spec, errors);
        if (errors.Count > initial)
        {
            return spec;
        }

        spec = previous is null ? spec : Reduced(spec, previous, errors);
        CheckSingleStack(spec, errors);
        spec = WithFamiliesOfIps(spec, errors);
        return errors.Count > initial ? spec : IsBare(spec) ? WithBothFamilies(spec) : WithDefaultFamily(spec, errors);
    }

    private static bool IsUnchangedPreference(ServiceSpec spec, ServiceSpec? previous) =>
        previous is not null && spec.Type == previous.Type && spec.IpFamilyPolicy == ServiceTraits.PreferDualStack
        && previous.IpFamilyPolicy is null or ServiceTraits.PreferDualStack
        && ServiceTraits.SameClusterIps(spec, previous!) && ServiceTraits.SameFamilies(spec, previous!);

    private static string DefaultPolicy(ServiceSpec spec) => IsBare(spec) ? ServiceTraits.RequireDualStack : ServiceTraits.SingleStack;

    /// <summary>Without address and selector: whoever writes the endpoints may use any family.</summary>
    private static bool IsBare(ServiceSpec spec) => spec.ClusterIP == ServiceTypes.Headless && spec.Selector is null or { Count: 0 };

    /// <summary>Only a single-stack policy lets go of the second address.</summary>
    private static ServiceSpec Reduced(ServiceSpec spec, ServiceSpec previous, FieldErrors errors)
    {
        if (spec.IpFamilyPolicy == ServiceTraits.SingleStack)
        {
            return spec with
            {
                ClusterIPs = ServiceTraits.SameClusterIps(spec, previous) && spec.ClusterIPs is { Count: > 1 } ips ? [ips[0]] : spec.ClusterIPs,
                IpFamilies = ServiceTraits.SameFamilies(spec, previous) && spec.IpFamilies is { Count: > 1 } families ? [families[0]] : spec.IpFamilies,
            };
        }

        if (spec.ClusterIPs is { Count: > 0 } && spec.ClusterIPs.Count < (previous.ClusterIPs?.Count ?? 0))
        {
            errors.Invalid(PolicyPath, spec.IpFamilyPolicy, "must be 'SingleStack' to release the secondary cluster IP");
        }

        if (spec.IpFamilies is { Count: > 0 } && spec.IpFamilies.Count < (previous.IpFamilies?.Count ?? 0))
        {
            errors.Invalid(PolicyPath, spec.IpFamilyPolicy, "must be 'SingleStack' to release the secondary IP family");
        }

        return spec;
    }

    private static void CheckSingleStack(ServiceSpec spec, FieldErrors errors)
    {
        if (spec.IpFamilyPolicy != ServiceTraits.SingleStack)
        {
            return;
        }

        if (spec.ClusterIPs is { Count: 2 })
        {
            errors.Invalid(PolicyPath, spec.IpFamilyPolicy, "must be 'RequireDualStack' or 'PreferDualStack' when multiple cluster IPs are specified");
        }

        if (spec.IpFamilies is { Count: 2 })
        {
            errors.Invalid(PolicyPath, spec.IpFamilyPolicy, "must be 'RequireDualStack' or 'PreferDualStack' when multiple IP families are specified");
        }
    }

    private static ServiceSpec WithFamiliesOfIps(ServiceSpec spec, FieldErrors errors)
    {
        List<string> families = [.. spec.IpFamilies ?? []];
        for (var i = families.Count; !spec.IsHeadless() && spec.ClusterIPs is { } ips && i < ips.Count; i++)
        {
            var family = ServiceTraits.FamilyOf(ips[i]);
            if (family == Primary)
            {
                families.Add(family);
            }
            else
            {
                errors.Invalid(SpecPath.Child("clusterIPs").Index(i), GoText.List("string", ips), $"{family} is not configured on this cluster");
            }
        }

        return families.Count == 0 ? spec : spec with { IpFamilies = families };
    }

    private static ServiceSpec WithBothFamilies(ServiceSpec spec)
    {
        IReadOnlyList<string> families = spec.IpFamilies is { Count: > 0 } given ? given : [Primary];
        return spec with
        {
            IpFamilies = families.Count < 2 && spec.IpFamilyPolicy != ServiceTraits.SingleStack ? [families[0], families[0] == Primary ? "IPv6" : Primary] : families,
        };
    }

    private static ServiceSpec WithDefaultFamily(ServiceSpec spec, FieldErrors errors)
    {
        if (spec.IpFamilyPolicy == ServiceTraits.RequireDualStack)
        {
            errors.Invalid(PolicyPath, spec.IpFamilyPolicy, "this cluster is not configured for dual-stack services");
        }

        var families = spec.IpFamilies ?? [];
        for (var i = 0; i < families.Count; i++)
        {
            if (families[i] != Primary)
            {
                errors.Invalid(SpecPath.Child("ipFamilies").Index(i), families[i], "not configured on this cluster");
            }
        }

        return families.Count == 0 ? spec with { IpFamilies = [Primary] } : spec;
    }
}
