using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>How cluster addresses, their families and the policy of families go together.</summary>
internal static class ServiceClusterIpValidation
{
    private static readonly FieldPath SpecPath = FieldPath.Of("spec");
    private static readonly FieldPath IpsPath = SpecPath.Child("clusterIPs");

    public static void Validate(ServiceSpec spec, FieldErrors errors)
    {
        if (!spec.NeedsClusterIp())
        {
            return;
        }

        ValidateSingular(spec, errors);
        ValidateFamilies(spec, errors);
        if (ValidateAddresses(spec.ClusterIPs ?? [], errors))
        {
            ValidateStack(spec, errors);
        }
    }

    private static void ValidateSingular(ServiceSpec spec, FieldErrors errors)
    {
        var ips = spec.ClusterIPs ?? [];
        switch (string.IsNullOrEmpty(spec.ClusterIP), ips.Count)
        {
            case (false, 0):
                errors.Required(IpsPath);
                break;
            case (false, _) when ips[0] != spec.ClusterIP:
                errors.Invalid(IpsPath, GoText.List("string", ips), "first value must match `clusterIP`");
                break;
            case (true, > 0):
                errors.Invalid(IpsPath, GoText.List("string", ips), "must be empty when `clusterIP` is not specified");
                break;
        }
    }

    private static void ValidateFamilies(ServiceSpec spec, FieldErrors errors)
    {
        HashSet<string> seen = [];
        for (var i = 0; spec.IpFamilies is { } families && i < families.Count; i++)
        {
            var path = SpecPath.Child("ipFamilies").Index(i);
            if (families[i] is not ("IPv4" or "IPv6"))
            {
                errors.NotSupported(path, families[i], ["IPv4", "IPv6"]);
            }

            if (!seen.Add(families[i]))
            {
                errors.Duplicate(path, families[i]);
            }
        }

        if (spec.IpFamilyPolicy is not (null or ServiceTraits.SingleStack or ServiceTraits.PreferDualStack or ServiceTraits.RequireDualStack))
        {
            errors.NotSupported(SpecPath.Child("ipFamilyPolicy"), spec.IpFamilyPolicy, [ServiceTraits.PreferDualStack, ServiceTraits.RequireDualStack, ServiceTraits.SingleStack]);
        }
    }

    /// <summary>False if an address is none, so that the rest can't be judged.</summary>
    private static bool ValidateAddresses(IReadOnlyList<string> ips, FieldErrors errors)
    {
        var valid = true;
        for (var i = 0; i < ips.Count; i++)
        {
            if (i == 0 && ips[i] == ServiceTypes.Headless)
            {
                if (ips.Count > 1)
                {
                    valid = false;
                    errors.Invalid(IpsPath, GoText.List("string", ips), "'None' must be the first and only value");
                }

                continue;
            }

            var wrong = Addresses.Ip(ips[i]);
            valid &= wrong.Count == 0;
            errors.InvalidAll(IpsPath.Index(i), ips[i], wrong);
        }

        if (ips.Count > 2)
        {
            errors.Invalid(IpsPath, GoText.List("string", ips), "may only hold up to 2 values");
        }

        return valid;
    }

    private static void ValidateStack(ServiceSpec spec, FieldErrors errors)
    {
        var ips = spec.ClusterIPs ?? [];
        if (ips.Count > 1 && ips.Select(ServiceTraits.FamilyOf).Distinct().Count() < 2)
        {
            errors.Invalid(IpsPath, GoText.List("string", ips), "may specify no more than one IP for each IP family");
        }

        var families = spec.IpFamilies ?? [];
        for (var i = 0; i < Math.Min(ips.Count, families.Count) && !spec.IsHeadless(); i++)
        {
            if (families[i] is "IPv4" or "IPv6" && families[i] != ServiceTraits.FamilyOf(ips[i]))
            {
                errors.Invalid(IpsPath.Index(i), ips[i], $"expected an {families[i]} value as indicated by `ipFamilies[{i}]`");
            }
        }
    }
}
