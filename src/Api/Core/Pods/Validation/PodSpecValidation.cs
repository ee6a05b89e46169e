using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>
/// Everything that a pod specification has to satisfy, wherever it stands. It is taken as defaulted, and without the fields that
/// <see cref="PodFeatures"/> drops. Wording and order of the errors are those of Kubernetes v1.32.
/// </summary>
public static class PodSpecValidation
{
    /// <param name="path">Where the specification is: <c>spec</c> of a pod, <c>spec.template.spec</c> of a workload.</param>
    public static void Validate(PodSpec spec, FieldPath path, FieldErrors errors, PodSpecRules rules) => Validate(spec, podName: null, path, errors, rules);

    /// <param name="podName">Name of the pod, from which claims of its ephemeral volumes get theirs; null in a template.</param>
    internal static void Validate(PodSpec spec, string? podName, FieldPath path, FieldErrors errors, PodSpecRules rules)
    {
        if (spec.TerminationGracePeriodSeconds is null)
        {
            errors.Required(path.Child("terminationGracePeriodSeconds"));
        }

        var volumes = VolumeValidation.Validate(spec.Volumes.OrEmpty(), podName, path.Child("volumes"), errors, rules.AllowNonLocalTokenPaths);
        var scope = new ContainerScope(spec, volumes, rules, errors);
        ContainerValidation.Validate(scope, path.Child("containers"));
        InitContainerValidation.Validate(scope, path.Child("initContainers"));
        EphemeralContainerValidation.Validate(scope, path.Child("ephemeralContainers"));
        ContainerPortValidation.ValidateHostNetwork(spec, path, errors, rules.IsPod);
        errors.OneOf(path.Child("restartPolicy"), spec.RestartPolicy, RestartPolicies.Always, RestartPolicies.OnFailure, RestartPolicies.Never);
        errors.OneOf(path.Child("dnsPolicy"), spec.DnsPolicy,
            PodDnsPolicies.ClusterFirstWithHostNet, PodDnsPolicies.ClusterFirst, PodDnsPolicies.Default, PodDnsPolicies.None);
        LabelValidation.Validate(spec.NodeSelector, path.Child("nodeSelector"), errors);
        SecurityContextValidation.Validate(spec, path.Child("securityContext"), errors, rules.AllowHostNamespaceSysctls);
        ValidatePlacement(spec, path, errors, rules);
        HostProcessValidation.Validate(spec, path, errors);
        ValidateNames(spec, path, errors);
        if (spec.ActiveDeadlineSeconds is < 1 or > int.MaxValue)
        {
            errors.Invalid(path.Child("activeDeadlineSeconds"), spec.ActiveDeadlineSeconds, SyntaxMessages.Range(1, int.MaxValue));
        }

        TolerationValidation.Validate(spec.Tolerations.OrEmpty(), path.Child("tolerations"), errors);
        PodDnsValidation.ValidateHostAliases(spec.HostAliases.OrEmpty(), path.Child("hostAliases"), errors);
        if (spec.PreemptionPolicy is { } preemption)
        {
            errors.OneOf(path.Child("preemptionPolicy"), preemption, "PreemptLowerPriority", "Never");
        }

        ContainerResourceValidation.Validate(
            new ResourceRequirements { Limits = spec.Overhead }, path.Child("overhead"), errors, rules.AllowIndivisibleHugePages);
        OperatingSystemValidation.Validate(spec, path, errors);
    }

    private static void ValidatePlacement(PodSpec spec, FieldPath path, FieldErrors errors, PodSpecRules rules)
    {
        if (spec.Affinity?.NodeAffinity is { } nodes)
        {
            NodeAffinityValidation.Validate(nodes, path.Child("affinity").Child("nodeAffinity"), errors);
        }

        if (spec.Affinity is { } affinity)
        {
            PodAffinityValidation.Validate(affinity, path.Child("affinity"), errors, rules.AllowInvalidAffinitySelectors);
        }

        PodDnsValidation.Validate(spec, path.Child("dnsConfig"), errors, rules.AllowRelaxedDnsSearches);
        for (var i = 0; i < spec.ReadinessGates.OrEmpty().Count; i++)
        {
            errors.LabelName(path.Child("readinessGates").Index(i).Child("conditionType"), spec.ReadinessGates![i].ConditionType);
        }

        ValidateSchedulingGates(spec.SchedulingGates.OrEmpty(), path.Child("schedulingGates"), errors);
        TopologySpreadValidation.Validate(
            spec.TopologySpreadConstraints.OrEmpty(), path.Child("topologySpreadConstraints"), errors, rules.AllowInvalidSpreadSelectors);
    }

    private static void ValidateSchedulingGates(IReadOnlyList<PodSchedulingGate> gates, FieldPath path, FieldErrors errors)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < gates.Count; i++)
        {
            errors.LabelName(path.Index(i), gates[i].Name);
            if (!seen.Add(gates[i].Name))
            {
                errors.Duplicate(path.Index(i), gates[i].Name);
            }
        }
    }

    /// <summary>An empty name is none, but for the class of runtime, which is either given or not.</summary>
    private static void ValidateNames(PodSpec spec, FieldPath path, FieldErrors errors)
    {
        Subdomain("serviceAccountName", spec.ServiceAccountName);
        Subdomain("nodeName", spec.NodeName);
        Label("hostname", spec.Hostname);
        Label("subdomain", spec.Subdomain);
        Subdomain("priorityClassName", spec.PriorityClassName);
        if (spec.RuntimeClassName is { } runtimeClass)
        {
            errors.Subdomain(path.Child("runtimeClassName"), runtimeClass);
        }

        void Subdomain(string field, string? name)
        {
            if (!string.IsNullOrEmpty(name))
            {
                errors.Subdomain(path.Child(field), name);
            }
        }

        void Label(string field, string? name)
        {
            if (!string.IsNullOrEmpty(name))
            {
                errors.DnsLabel(path.Child(field), name);
            }
        }
    }
}
