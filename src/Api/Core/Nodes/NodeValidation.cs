using System.Net.Sockets;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Nodes: taints, amounts, networks of pods; what is assigned once stays.</summary>
internal static class NodeValidation
{
    private static readonly FieldPath SpecPath = FieldPath.Of("spec");
    private static readonly FieldPath CidrsPath = SpecPath.Child("podCIDRs");
    private static readonly FieldPath StatusPath = FieldPath.Of("status");

    public static void Validate(Node node, FieldErrors errors)
    {
        TaintValidation.Validate(node.Spec.Taints, errors);
        ValidateResources(node.Status, errors);
        ValidateCidrs(node.Spec.PodCIDRs ?? [], errors);
    }

    /// <summary>Kubernetes runs the checks of a new node and those of a change, which repeats what they share.</summary>
    public static void ValidateUpdate(Node next, Node previous, FieldErrors errors)
    {
        ObjectMetaValidation.ValidateCreate(next.Metadata, NodeKind.Kind, errors);
        Validate(next, errors);
        ValidateChange(next, previous, errors);
    }

    public static void ValidateChange(Node next, Node previous, FieldErrors errors)
    {
        ValidateResources(next.Status, errors);
        ValidateAddresses(next.Status.Addresses ?? [], errors);
        ValidateAssigned(next.Spec, previous.Spec, errors);
        TaintValidation.Validate(next.Spec.Taints, errors);
        if ((next.Spec.ExternalID ?? "") != (previous.Spec.ExternalID ?? ""))
        {
            errors.Forbidden(SpecPath.Child("externalID"), "may not be updated");
        }
    }

    private static void ValidateAssigned(NodeSpec next, NodeSpec previous, FieldErrors errors)
    {
        const string Message = "node updates may not change podCIDR except from \"\" to valid";
        var (cidrs, old) = (next.PodCIDRs ?? [], previous.PodCIDRs ?? []);
        var changes = old.Count == 0 ? 0 : cidrs.Count != old.Count ? 1 : old.Zip(cidrs).Count(pair => pair.First != pair.Second);
        for (var i = 0; i < changes; i++)
        {
            errors.Forbidden(CidrsPath, Message);
        }

        if (!string.IsNullOrEmpty(previous.ProviderID) && previous.ProviderID != next.ProviderID)
        {
            errors.Forbidden(SpecPath.Child("providerID"), "node updates may not change providerID except from \"\" to valid");
        }
    }

    private static void ValidateAddresses(IReadOnlyList<NodeAddress> addresses, FieldErrors errors)
    {
        HashSet<(string, string)> seen = [];
        for (var i = 0; i < addresses.Count; i++)
        {
            if (!seen.Add((addresses[i].Type, addresses[i].Address)))
            {
                errors.Duplicate(
                    StatusPath.Child("addresses").Index(i), GoText.Record("core.NodeAddress", ("Type", addresses[i].Type), ("Address", addresses[i].Address)));
            }
        }
    }

    private static void ValidateResources(NodeStatus status, FieldErrors errors)
    {
        ValidateAmounts(status.Capacity, StatusPath.Child("capacity"), errors);
        ValidateAmounts(status.Allocatable, StatusPath.Child("allocatable"), errors);
    }

    private static void ValidateAmounts(IReadOnlyDictionary<string, Quantity>? amounts, FieldPath path, FieldErrors errors)
    {
        foreach (var (name, amount) in amounts.OrEmpty())
        {
            ResourceNames.ValidateAmount(name, amount, path.Child(name), errors);
        }
    }

    private static void ValidateCidrs(IReadOnlyList<string> cidrs, FieldErrors errors)
    {
        List<AddressFamily> families = [];
        for (var i = 0; i < cidrs.Count; i++)
        {
            errors.InvalidAll(CidrsPath.Index(i), cidrs[i], Addresses.Cidr(cidrs[i]));
            if (Addresses.TryParseCidr(cidrs[i], out var address, out _))
            {
                families.Add(address.AddressFamily);
            }
        }

        if (cidrs.Count < 2)
        {
            return;
        }

        if (families.Count < cidrs.Count)
        {
            var (i, bad) = cidrs.Index().First(static c => Addresses.Cidr(c.Item).Count > 0);
            errors.Internal(CidrsPath, $"invalid PodCIDRs. failed to check with dual stack with error:invalid CIDR[{i}]: <nil> (invalid CIDR address: {bad})");
        }

        if (cidrs.Count > 2 || families.Distinct().Count() < 2)
        {
            errors.Invalid(CidrsPath, GoText.List("string", cidrs), "may specify no more than one CIDR for each IP family");
        }

        HashSet<string> seen = [];
        for (var i = 0; i < cidrs.Count; i++)
        {
            if (!seen.Add(cidrs[i]))
            {
                errors.Duplicate(CidrsPath.Index(i), cidrs[i]);
            }
        }
    }
}
