using System.Net.Sockets;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Addresses and protocols that services and endpoints share.</summary>
internal static class NetworkValidation
{
    public static readonly IReadOnlyList<string> Protocols = ["SCTP", "TCP", "UDP"];

    /// <summary>An address that can be reached from elsewhere.</summary>
    public static void ValidateNonSpecialIp(string value, FieldPath path, FieldErrors errors)
    {
        if (!Addresses.TryParseIp(value, out var parsed))
        {
            errors.Invalid(path, value, "must be a valid IP address");
            return;
        }

        var ip = parsed.IsIPv4MappedToIPv6 ? parsed.MapToIPv4() : parsed;
        var bytes = ip.GetAddressBytes();
        var v4 = ip.AddressFamily == AddressFamily.InterNetwork;
        Refuse(bytes.All(b => b == 0), $"may not be unspecified ({value})");
        Refuse(v4 ? bytes[0] == 127 : ip.Equals(System.Net.IPAddress.IPv6Loopback), "may not be in the loopback range (127.0.0.0/8, ::1/128)");
        Refuse(v4 ? bytes is [169, 254, ..] : ip.IsIPv6LinkLocal, "may not be in the link-local range (169.254.0.0/16, fe80::/10)");
        Refuse(v4 ? bytes is [224, 0, 0, _] : bytes[0] == 0xff && (bytes[1] & 0x0f) == 2, "may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)");

        void Refuse(bool wrong, string message)
        {
            if (wrong)
            {
                errors.Invalid(path, value, message);
            }
        }
    }

    /// <param name="required">False where the absence of a protocol is reported elsewhere.</param>
    public static void ValidateProtocol(string? protocol, FieldPath path, FieldErrors errors, bool required = true)
    {
        if (string.IsNullOrEmpty(protocol))
        {
            if (required)
            {
                errors.Required(path);
            }
        }
        else if (!Protocols.Contains(protocol))
        {
            errors.NotSupported(path, protocol, Protocols);
        }
    }

    public static void ValidateAppProtocol(string? protocol, FieldPath path, FieldErrors errors)
    {
        if (protocol is not null)
        {
            errors.InvalidAll(path, protocol, LabelSyntax.QualifiedName(protocol));
        }
    }
}
