using System.Globalization;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Ports of a service, each and among each other.</summary>
internal static class ServicePortValidation
{
    /// <summary>The node agent's own port.</summary>
    private const int KubeletPort = 10250;

    private static readonly FieldPath PortsPath = FieldPath.Of("spec").Child("ports");

    public static void Validate(ServiceSpec spec, FieldErrors errors)
    {
        var ports = spec.Ports ?? [];
        if (ports.Count == 0 && !spec.IsHeadless() && spec.Type != ServiceTypes.ExternalName)
        {
            errors.Required(PortsPath);
        }

        HashSet<string> names = [];
        HashSet<(string?, int)> numbers = [];
        HashSet<(string?, int)> nodePorts = [];
        for (var i = 0; i < ports.Count; i++)
        {
            var (port, path) = (ports[i], PortsPath.Index(i));
            ValidateName(port.Name ?? "", ports.Count > 1, names, path.Child("name"), errors);
            Validate(port, path, errors);
            ValidateNodePort(spec, port, nodePorts, path, errors);
            if (!numbers.Add((port.Protocol, port.Port)))
            {
                errors.Duplicate(path, Shown(port));
            }
        }
    }

    private static void ValidateName(string name, bool required, HashSet<string> names, FieldPath path, FieldErrors errors)
    {
        if (name.Length == 0)
        {
            if (required)
            {
                errors.Required(path);
            }

            return;
        }

        errors.InvalidAll(path, name, DnsNames.Label(name));
        if (!names.Add(name))
        {
            errors.Duplicate(path, name);
        }
    }

    private static void Validate(ServicePort port, FieldPath path, FieldErrors errors)
    {
        InvalidNumber(path.Child("port"), port.Port, errors);
        NetworkValidation.ValidateProtocol(port.Protocol, path.Child("protocol"), errors);
        if (port.TargetPort.IsString)
        {
            errors.InvalidAll(path.Child("targetPort"), port.TargetPort.Text, Ports.Name(port.TargetPort.Text));
        }
        else
        {
            InvalidNumber(path.Child("targetPort"), port.TargetPort.IntValue, errors);
        }

        NetworkValidation.ValidateAppProtocol(port.AppProtocol, path.Child("appProtocol"), errors);
    }

    private static void ValidateNodePort(ServiceSpec spec, ServicePort port, HashSet<(string?, int)> nodePorts, FieldPath path, FieldErrors errors)
    {
        if (spec.Type == ServiceTypes.LoadBalancer && port.Port == KubeletPort)
        {
            errors.Invalid(path, port.Port, $"may not expose port {KubeletPort} externally since it is used by kubelet");
        }

        if (port.NodePort == 0)
        {
            return;
        }

        if (spec.Type == ServiceTypes.ClusterIp)
        {
            errors.Forbidden(path.Child("nodePort"), "may not be used when `type` is 'ClusterIP'");
        }

        if (!nodePorts.Add((port.Protocol, port.NodePort)))
        {
            errors.Duplicate(path.Child("nodePort"), port.NodePort);
        }
    }

    private static void InvalidNumber(FieldPath path, int port, FieldErrors errors)
    {
        foreach (var wrong in Ports.Number(port))
        {
            errors.Invalid(path, port, wrong);
        }
    }

    private static GoText Shown(ServicePort port) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"core.ServicePort{{Name:\"\", Protocol:{GoText.Quote(port.Protocol)}, AppProtocol:(*string)(nil), Port:{port.Port}, TargetPort:intstr.IntOrString{{Type:0, IntVal:0, StrVal:\"\"}}, NodePort:0}}"));
}
