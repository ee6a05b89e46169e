using System.Globalization;
using ActorKube.Api.Errors;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Ports of containers, and that no two containers claim one port of the host.</summary>
internal static class ContainerPortValidation
{
    public static void Validate(IReadOnlyList<ContainerPort> ports, FieldPath path, FieldErrors errors)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < ports.Count; i++)
        {
            var (port, at) = (ports[i], path.Index(i));
            if (port.Name is { } name)
            {
                ValidateName(name, names, at.Child("name"), errors);
            }

            if (port.Port == 0)
            {
                errors.Required(at.Child("containerPort"));
            }
            else
            {
                errors.AllInvalid(at.Child("containerPort"), port.Port, Ports.Number(port.Port));
            }

            if (port.HostPort != 0)
            {
                errors.AllInvalid(at.Child("hostPort"), port.HostPort, Ports.Number(port.HostPort));
            }

            errors.OneOf(at.Child("protocol"), port.Protocol, Protocols.Sctp, Protocols.Tcp, Protocols.Udp);
        }
    }

    /// <param name="path">The list that the containers are in.</param>
    public static void ValidateHostPorts(IReadOnlyList<Container> containers, FieldPath path, FieldErrors errors)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < containers.Count; i++)
        {
            var ports = containers[i].Ports.OrEmpty();
            for (var p = 0; p < ports.Count; p++)
            {
                var port = ports[p];
                var text = string.Create(CultureInfo.InvariantCulture, $"{port.Protocol}/{port.HostIP}/{port.HostPort}");
                if (port.HostPort != 0 && !seen.Add(text))
                {
                    errors.Duplicate(path.Index(i).Child("ports").Index(p).Child("hostPort"), text);
                }
            }
        }
    }

    /// <summary>In the host's network a container's port is the host's. A template may leave the host's open: the pod's defaults fill it in.</summary>
    public static void ValidateHostNetwork(PodSpec spec, FieldPath path, FieldErrors errors, bool isPod)
    {
        var containers = spec.HostNetwork ? spec.Containers.OrEmpty() : [];
        for (var i = 0; i < containers.Count; i++)
        {
            var ports = containers[i].Ports.OrEmpty();
            for (var p = 0; p < ports.Count; p++)
            {
                if ((isPod || ports[p].HostPort != 0) && ports[p].HostPort != ports[p].Port)
                {
                    errors.Invalid(
                        path.Child("containers").Index(i).Child("ports").Index(p).Child("hostPort"), ports[p].HostPort, "must match `containerPort` when `hostNetwork` is true");
                }
            }
        }
    }

    private static void ValidateName(string name, HashSet<string> names, FieldPath path, FieldErrors errors)
    {
        var reasons = Ports.Name(name);
        errors.AllInvalid(path, name, reasons);
        if (reasons.Count == 0 && !names.Add(name))
        {
            errors.Duplicate(path, name);
        }
    }
}
