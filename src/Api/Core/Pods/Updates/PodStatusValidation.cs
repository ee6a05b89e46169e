using System.Net.Sockets;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>What a report of a pod's status must not say.</summary>
public static class PodStatusValidation
{
    public static void ValidateUpdate(Pod next, Pod previous, FieldErrors errors)
    {
        var (metadata, path, status) = (FieldPath.Of("metadata"), FieldPath.Of("status"), next.Status);
        PodAnnotationValidation.ValidateUpdate(next.Metadata.Annotations, previous.Metadata.Annotations, metadata.Child("annotations"), errors);
        ValidateConditions(status.Conditions.OrEmpty(), metadata.Child("conditions"), errors);
        if (next.Spec.NodeName != previous.Spec.NodeName)
        {
            errors.Forbidden(path.Child("nodeName"), "may not be changed directly");
        }

        if (status.NominatedNodeName is { } nominated && nominated != previous.Status.NominatedNodeName)
        {
            errors.Subdomain(path.Child("nominatedNodeName"), nominated);
        }

        if (status.QosClass != previous.Status.QosClass)
        {
            errors.Invalid(path.Child("qosClass"), status.QosClass ?? "", "field is immutable");
        }

        ContainerStateTransitions.Validate(next, previous, path, errors);
        ValidateAddresses(status.PodIPs.OrEmpty().Select(static a => a.Ip).ToList(), "core.PodIP", path.Child("podIPs"), errors);
        if (status.HostIPs is [var first, ..] hostIPs)
        {
            if (status.HostIP != first.Ip)
            {
                errors.Invalid(path.Child("hostIPs").Index(0).Child("ip"), first.Ip, "must be equal to `hostIP`");
            }

            ValidateAddresses(hostIPs.Select(static a => a.Ip).ToList(), "core.HostIP", path.Child("hostIPs"), errors);
        }
    }

    private static void ValidateConditions(IReadOnlyList<PodCondition> conditions, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < conditions.Count; i++)
        {
            if (conditions[i].Type is not (PodConditions.Scheduled or PodConditions.Ready or PodConditions.Initialized))
            {
                errors.LabelName(path.Index(i).Child("Type"), conditions[i].Type);
            }
        }
    }

    /// <summary>One address of each family at most.</summary>
    private static void ValidateAddresses(List<string> addresses, string type, FieldPath path, FieldErrors errors)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var families = new HashSet<AddressFamily>();
        for (var i = 0; i < addresses.Count; i++)
        {
            errors.AllInvalid(path.Index(i), addresses[i], Addresses.Ip(addresses[i]));
            if (Addresses.TryParseIp(addresses[i], out var ip))
            {
                families.Add(ip.AddressFamily);
            }

            if (!seen.Add(addresses[i]))
            {
                errors.Duplicate(path.Index(i), new GoText($"{type}{{IP:{GoValue.Quote(addresses[i])}}}"));
            }
        }

        if (addresses.Count > 1 && (families.Count < 2 || addresses.Count > 2))
        {
            errors.Invalid(path, new GoText($"[]{type}{{{string.Join(", ", addresses.Select(a => $"{type}{{IP:{GoValue.Quote(a)}}}"))}}}"),
                "may specify no more than one IP for each IP family");
        }
    }
}
