namespace ActorKube.NodeAgent;

/// <summary>Why a container waits for its image: values of <c>state.waiting.reason</c>.</summary>
internal static class ImageReasons
{
    public const string PullFailed = "ErrImagePull";
    public const string BackOff = "ImagePullBackOff";
    public const string NeverPull = "ErrImageNeverPull";
    public const string InvalidName = "InvalidImageName";
    public const string InspectFailed = "ImageInspectError";
}
