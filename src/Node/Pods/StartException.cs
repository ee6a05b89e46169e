namespace ActorKube.NodeAgent.Pods;

/// <summary>A container can't be started, for now.</summary>
internal sealed class StartException(StartFailure failure) : Exception(failure.Message)
{
    public StartFailure Failure { get; } = failure;
}
