using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>How traffic reaches a service: affinity, policies, load balancers.</summary>
internal static class ServiceTrafficValidation
{
    private const string LoadBalancerOnly = "may only be used when `type` is 'LoadBalancer'";
    private const string RangesAnnotation = "service.beta.kubernetes.io/load-balancer-source-ranges";

    /// <summary>One day.</summary>
    private const int MaxAffinitySeconds = 86400;

    private static readonly FieldPath SpecPath = FieldPath.Of("spec");

    public static void Validate(Service service, FieldErrors errors)
    {
        var spec = service.Spec;
        ValidateAffinity(spec, errors);
        ValidateSourceRanges(service, errors);
        if (spec.Type != ServiceTypes.LoadBalancer && spec.AllocateLoadBalancerNodePorts is not null)
        {
            errors.Forbidden(SpecPath.Child("allocateLoadBalancerNodePorts"), LoadBalancerOnly);
        }

        ValidateLoadBalancerClass(spec, null, errors);
        ValidateExternalPolicy(spec, errors);
        ValidateInternalPolicy(spec, errors);
        if (spec.TrafficDistribution is not (null or "PreferClose"))
        {
            errors.NotSupported(SpecPath.Child("trafficDistribution"), spec.TrafficDistribution, ["PreferClose"]);
        }
    }

    public static void ValidateLoadBalancerClass(ServiceSpec spec, ServiceSpec? previous, FieldErrors errors)
    {
        var path = SpecPath.Child("loadBalancerClass");
        var balances = spec.Type == ServiceTypes.LoadBalancer;
        if (balances && previous?.Type == ServiceTypes.LoadBalancer && spec.LoadBalancerClass != previous.LoadBalancerClass)
        {
            errors.Invalid(path, spec.LoadBalancerClass ?? "null", "may not change once set");
        }

        if (spec.LoadBalancerClass is { } name)
        {
            errors.InvalidAll(path, name, balances ? LabelSyntax.QualifiedName(name) : []);
            if (!balances)
            {
                errors.Forbidden(path, LoadBalancerOnly);
            }
        }
    }

    private static void ValidateAffinity(ServiceSpec spec, FieldErrors errors)
    {
        if (spec.SessionAffinity is not ("None" or "ClientIP"))
        {
            errors.NotSupported(SpecPath.Child("sessionAffinity"), spec.SessionAffinity ?? "", ["ClientIP", "None"]);
        }

        // Defaults see to it that there is a timeout where it means something.
        if (spec is { SessionAffinity: "ClientIP", SessionAffinityConfig.ClientIP.TimeoutSeconds: { } timeout and (<= 0 or > MaxAffinitySeconds) })
        {
            errors.Invalid(
                SpecPath.Child("sessionAffinityConfig").Child("clientIP").Child("timeoutSeconds"), timeout, $"must be greater than 0 and less than {MaxAffinitySeconds}");
        }
    }

    private static void ValidateSourceRanges(Service service, FieldErrors errors)
    {
        var field = SpecPath.Child("LoadBalancerSourceRanges");
        IEnumerable<(FieldPath Path, string Range)> ranges;
        if (service.Spec.LoadBalancerSourceRanges is { Count: > 0 } given)
        {
            ranges = given.Select((range, i) => (field.Index(i), range));
        }
        else if (service.Metadata.Annotations?.GetValueOrDefault(RangesAnnotation) is { } annotation)
        {
            var path = field = FieldPath.Of("metadata").Child("annotations").Key(RangesAnnotation);
            ranges = annotation.Trim().Length == 0 ? [] : annotation.Split(',').Select(range => (path, range));
        }
        else
        {
            return;
        }

        if (service.Spec.Type != ServiceTypes.LoadBalancer)
        {
            errors.Forbidden(field, LoadBalancerOnly);
        }

        foreach (var (path, range) in ranges)
        {
            errors.InvalidAll(path, range.Trim(), Addresses.Cidr(range.Trim()));
        }
    }

    private static void ValidateExternalPolicy(ServiceSpec spec, FieldErrors errors)
    {
        var path = SpecPath.Child("externalTrafficPolicy");
        switch (spec.IsExternallyAccessible(), spec.ExternalTrafficPolicy ?? "")
        {
            case (false, { Length: > 0 } policy):
                errors.Invalid(path, policy, "may only be set for externally-accessible services");
                break;
            case (true, ""):
                errors.Required(path);
                break;
            case (true, var policy) when policy is not ("Cluster" or ServiceTraits.Local):
                errors.NotSupported(path, policy, ["Cluster", ServiceTraits.Local]);
                break;
        }

        // A service that needs the port and has none gets one.
        var port = spec.HealthCheckNodePort;
        if (port != 0 && !spec.NeedsHealthCheckPort())
        {
            errors.Invalid(SpecPath.Child("healthCheckNodePort"), port, "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'");
        }
        else if (port != 0)
        {
            foreach (var wrong in Ports.Number(port))
            {
                errors.Invalid(SpecPath.Child("healthCheckNodePort"), port, wrong);
            }
        }
    }

    private static void ValidateInternalPolicy(ServiceSpec spec, FieldErrors errors)
    {
        var path = SpecPath.Child("internalTrafficPolicy");
        if (spec.InternalTrafficPolicy is null)
        {
            if (spec.Type is ServiceTypes.NodePort or ServiceTypes.LoadBalancer or ServiceTypes.ClusterIp)
            {
                errors.Required(path);
            }
        }
        else if (spec.InternalTrafficPolicy is not ("Cluster" or ServiceTraits.Local))
        {
            errors.NotSupported(path, spec.InternalTrafficPolicy, ["Cluster", ServiceTraits.Local]);
        }
    }
}
