using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Services; their parts have validators of their own.</summary>
internal static class ServiceValidation
{
    private const string TopologyHints = "service.kubernetes.io/topology-aware-hints";
    private const string TopologyMode = "service.kubernetes.io/topology-mode";

    private static readonly FieldPath SpecPath = FieldPath.Of("spec");

    public static void Validate(Service service, FieldErrors errors)
    {
        // Kubernetes sorts out families before everything else, and stops when it can't.
        var initial = errors.Count;
        ServiceFamilies.Initialize(service.Spec, null, errors);
        if (errors.Count == initial)
        {
            ValidateAll(service, errors);
        }
    }

    /// <summary>Everything but families.</summary>
    public static void ValidateAll(Service service, FieldErrors errors)
    {
        var spec = service.Spec;
        ValidateTopology(service.Metadata, errors);
        ValidateType(spec, errors);
        ServicePortValidation.Validate(spec, errors);
        LabelValidation.Validate(spec.Selector, SpecPath.Child("selector"), errors);
        ServiceClusterIpValidation.Validate(spec, errors);
        for (var i = 0; spec.ExternalIPs is { } ips && i < ips.Count; i++)
        {
            ValidateExternalIp(ips[i], SpecPath.Child("externalIPs").Index(i), errors);
        }

        ServiceTrafficValidation.Validate(service, errors);
    }

    private static void ValidateTopology(ObjectMeta meta, FieldErrors errors)
    {
        if (meta.Annotations?.GetValueOrDefault(TopologyMode) is { } mode && meta.Annotations.GetValueOrDefault(TopologyHints) is { } hints && mode != hints)
        {
            errors.Invalid(FieldPath.Of("metadata").Child("annotations").Key(TopologyMode), mode, $"must match annotations[{TopologyHints}] when both are specified");
        }
    }

    private static void ValidateType(ServiceSpec spec, FieldErrors errors)
    {
        switch (spec.Type)
        {
            case ServiceTypes.LoadBalancer or ServiceTypes.NodePort when spec.IsHeadless():
                errors.Invalid(SpecPath.Child("clusterIPs").Index(0), ServiceTypes.Headless, $"may not be set to 'None' for {spec.Type} services");
                break;
            case ServiceTypes.ExternalName:
                ValidateExternalName(spec, errors);
                break;
            case ServiceTypes.ClusterIp or ServiceTypes.NodePort or ServiceTypes.LoadBalancer:
                break;
            default:
                errors.NotSupported(
                    SpecPath.Child("type"), spec.Type ?? "", [ServiceTypes.ClusterIp, ServiceTypes.ExternalName, ServiceTypes.LoadBalancer, ServiceTypes.NodePort]);
                break;
        }
    }

    private static void ValidateExternalName(ServiceSpec spec, FieldErrors errors)
    {
        Forbid("clusterIPs", spec.ClusterIPs is { Count: > 0 });
        Forbid("ipFamilies", spec.IpFamilies is { Count: > 0 });
        Forbid("ipFamilyPolicy", spec.IpFamilyPolicy is not null);

        // A dot at the end says that the name is complete.
        var name = spec.ExternalName ?? "";
        name = name.EndsWith('.') ? name[..^1] : name;
        if (name.Length == 0)
        {
            errors.Required(SpecPath.Child("externalName"));
        }
        else
        {
            errors.InvalidAll(SpecPath.Child("externalName"), name, DnsNames.Subdomain(name));
        }

        void Forbid(string field, bool present)
        {
            if (present)
            {
                errors.Forbidden(SpecPath.Child(field), "may not be set for ExternalName services");
            }
        }
    }

    private static void ValidateExternalIp(string ip, FieldPath path, FieldErrors errors)
    {
        var wrong = Addresses.Ip(ip);
        errors.InvalidAll(path, ip, wrong);
        if (wrong.Count == 0)
        {
            NetworkValidation.ValidateNonSpecialIp(ip, path, errors);
        }
    }
}
