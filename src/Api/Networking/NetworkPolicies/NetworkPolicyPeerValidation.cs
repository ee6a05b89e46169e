using System.Net;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Networking;

/// <summary>The other side of a rule: selected pods and namespaces, or a block of addresses.</summary>
internal static class NetworkPolicyPeerValidation
{
    public static void Validate(NetworkPolicyPeer peer, FieldPath path, FieldErrors errors, bool allowInvalidValues)
    {
        LabelSelectorValidation.Validate(peer.PodSelector, path.Child("podSelector"), errors, allowInvalidValues);
        LabelSelectorValidation.Validate(peer.NamespaceSelector, path.Child("namespaceSelector"), errors, allowInvalidValues);
        if (peer.IpBlock is { } block)
        {
            ValidateBlock(block, path.Child("ipBlock"), errors);
        }

        var selects = peer.PodSelector is not null || peer.NamespaceSelector is not null;
        if (!selects && peer.IpBlock is null)
        {
            errors.Required(path, "must specify a peer");
        }
        else if (selects && peer.IpBlock is not null)
        {
            errors.Forbidden(path, "may not specify both ipBlock and another peer");
        }
    }

    private static void ValidateBlock(IPBlock block, FieldPath path, FieldErrors errors)
    {
        if (block.Cidr.Length == 0)
        {
            errors.Required(path.Child("cidr"));
            return;
        }

        errors.InvalidAll(path.Child("cidr"), block.Cidr, Addresses.Cidr(block.Cidr));
        if (!Addresses.TryParseCidr(block.Cidr, out var network, out var length))
        {
            return;
        }

        foreach (var (i, except) in (block.Except ?? []).Index())
        {
            errors.InvalidAll(path.Child("except").Index(i), except, Addresses.Cidr(except));
            if (Addresses.TryParseCidr(except, out var inner, out var innerLength)
                && (length >= innerLength || !SamePrefix(network, inner, length)))
            {
                errors.Invalid(path.Child("except").Index(i), except, "must be a strict subset of `cidr`");
            }
        }
    }

    /// <summary>True if both addresses are of one family and their first <paramref name="bits"/> bits agree.</summary>
    private static bool SamePrefix(IPAddress a, IPAddress b, int bits)
    {
        var (x, y) = (a.GetAddressBytes(), b.GetAddressBytes());
        if (x.Length != y.Length || !x.AsSpan(0, bits / 8).SequenceEqual(y.AsSpan(0, bits / 8)))
        {
            return false;
        }

        return bits % 8 == 0 || (x[bits / 8] ^ y[bits / 8]) >> (8 - (bits % 8)) == 0;
    }
}
