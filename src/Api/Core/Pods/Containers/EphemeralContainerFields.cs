namespace ActorKube.Api.Core;

/// <summary>An ephemeral container has the fields of a container; these carry them over, so that rules are written once.</summary>
public static class EphemeralContainerFields
{
    public static Container ToContainer(this EphemeralContainer source) => new()
    {
        Name = source.Name,
        Image = source.Image,
        Command = source.Command,
        Args = source.Args,
        WorkingDir = source.WorkingDir,
        Ports = source.Ports,
        EnvFrom = source.EnvFrom,
        Env = source.Env,
        Resources = source.Resources,
        ResizePolicy = source.ResizePolicy,
        RestartPolicy = source.RestartPolicy,
        VolumeMounts = source.VolumeMounts,
        VolumeDevices = source.VolumeDevices,
        LivenessProbe = source.LivenessProbe,
        ReadinessProbe = source.ReadinessProbe,
        StartupProbe = source.StartupProbe,
        Lifecycle = source.Lifecycle,
        TerminationMessagePath = source.TerminationMessagePath,
        TerminationMessagePolicy = source.TerminationMessagePolicy,
        ImagePullPolicy = source.ImagePullPolicy,
        SecurityContext = source.SecurityContext,
        Stdin = source.Stdin,
        StdinOnce = source.StdinOnce,
        Tty = source.Tty,
    };

    public static EphemeralContainer ToEphemeral(this Container source, string? targetContainerName) => new()
    {
        Name = source.Name,
        Image = source.Image,
        Command = source.Command,
        Args = source.Args,
        WorkingDir = source.WorkingDir,
        Ports = source.Ports,
        EnvFrom = source.EnvFrom,
        Env = source.Env,
        Resources = source.Resources,
        ResizePolicy = source.ResizePolicy,
        RestartPolicy = source.RestartPolicy,
        VolumeMounts = source.VolumeMounts,
        VolumeDevices = source.VolumeDevices,
        LivenessProbe = source.LivenessProbe,
        ReadinessProbe = source.ReadinessProbe,
        StartupProbe = source.StartupProbe,
        Lifecycle = source.Lifecycle,
        TerminationMessagePath = source.TerminationMessagePath,
        TerminationMessagePolicy = source.TerminationMessagePolicy,
        ImagePullPolicy = source.ImagePullPolicy,
        SecurityContext = source.SecurityContext,
        Stdin = source.Stdin,
        StdinOnce = source.StdinOnce,
        Tty = source.Tty,
        TargetContainerName = targetContainerName,
    };

    /// <summary>The ephemeral container with the fields that a container has changed.</summary>
    public static EphemeralContainer Change(this EphemeralContainer source, Func<Container, Container> change) =>
        change(source.ToContainer()).ToEphemeral(source.TargetContainerName);
}
