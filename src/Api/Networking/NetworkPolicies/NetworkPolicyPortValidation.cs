using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Networking;

/// <summary>Ports of a rule: a name, a number, or a range of numbers.</summary>
internal static class NetworkPolicyPortValidation
{
    public static void Validate(NetworkPolicyPort port, FieldPath path, FieldErrors errors)
    {
        if (port.Protocol is not (null or "TCP" or "UDP" or "SCTP"))
        {
            errors.NotSupported(path.Child("protocol"), port.Protocol, ["TCP", "UDP", "SCTP"]);
        }

        switch (port.Port)
        {
            case null when port.EndPort is { } end:
                errors.Invalid(path.Child("endPort"), end, "may not be specified when `port` is not specified");
                break;
            case { IsString: true } name:
                ValidateName(name, port.EndPort, path, errors);
                break;
            case { } number:
                ValidateNumbers(number.IntValue, port.EndPort, path, errors);
                break;
        }
    }

    private static void ValidateName(IntOrString name, int? end, FieldPath path, FieldErrors errors)
    {
        if (end is not null)
        {
            errors.Invalid(path.Child("endPort"), end, "may not be specified when `port` is non-numeric");
        }

        errors.InvalidAll(path.Child("port"), name.Text!, Ports.Name(name.Text!));
    }

    private static void ValidateNumbers(int start, int? end, FieldPath path, FieldErrors errors)
    {
        foreach (var reason in Ports.Number(start))
        {
            errors.Invalid(path.Child("port"), start, reason);
        }

        if (end < start)
        {
            // Kubernetes shows the start of the range as the value of its end.
            errors.Invalid(path.Child("endPort"), start, "must be greater than or equal to `port`");
        }

        foreach (var reason in end is { } value ? Ports.Number(value) : [])
        {
            errors.Invalid(path.Child("endPort"), end, reason);
        }
    }
}
