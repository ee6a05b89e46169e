namespace ActorKube.NodeAgent.Pods;

/// <summary>Why containers wait or have ended, in the words of the API, besides those for images.</summary>
internal static class StartReasons
{
    public const string ConfigError = "CreateContainerConfigError";
    public const string CreateError = "CreateContainerError";
    public const string RunError = "RunContainerError";
    public const string PostStartHookError = "PostStartHookError";
    public const string CrashLoop = "CrashLoopBackOff";

    /// <summary>Of a container whose process could not be started.</summary>
    public const string StartError = "StartError";

    public const string Completed = "Completed";
    public const string Error = "Error";
    public const string OutOfMemory = "OOMKilled";
    public const string StatusUnknown = "ContainerStatusUnknown";
}
