namespace ActorKube.Api.Core;

/// <summary>What every container gets, whatever list it is in.</summary>
public static class ContainerDefaults
{
    public const string TerminationMessagePath = "/dev/termination-log";

    public static Container Apply(Container container) => container with
    {
        ImagePullPolicy = container.ImagePullPolicy ?? PullPolicy(container.Image),
        TerminationMessagePath = container.TerminationMessagePath ?? TerminationMessagePath,
        TerminationMessagePolicy = container.TerminationMessagePolicy ?? "File",
        Ports = container.Ports.Each(static port => port.Protocol is null ? port with { Protocol = Protocols.Tcp } : port),
        Env = container.Env.Each(Apply),
        Resources = ResourceLists.RoundToMilli(container.Resources),
        LivenessProbe = ProbeDefaults.Apply(container.LivenessProbe),
        ReadinessProbe = ProbeDefaults.Apply(container.ReadinessProbe),
        StartupProbe = ProbeDefaults.Apply(container.StartupProbe),
        Lifecycle = ProbeDefaults.Apply(container.Lifecycle),
    };

    /// <summary>A tag that moves is pulled every time; a name that can't be read is left to validation and the engine.</summary>
    public static string PullPolicy(string? image) =>
        ImageName.TryParse(image, out var name) && name.Tag == ImageName.Latest ? PullPolicies.Always : PullPolicies.IfNotPresent;

    internal static ObjectFieldSelector Apply(ObjectFieldSelector field) => field.ApiVersion is null ? field with { ApiVersion = "v1" } : field;

    private static EnvVar Apply(EnvVar variable) => variable.ValueFrom is { FieldRef: { } field } source
        ? variable with { ValueFrom = source with { FieldRef = Apply(field) } }
        : variable;
}
