namespace ActorKube.NodeAgent.Runtimes;

/// <summary>Images on this host. Only <see cref="PullImageAsync"/> ever contacts a registry.</summary>
public interface IImageRuntime
{
    /// <summary>The image if it is on this host; null if not.</summary>
    /// <param name="reference">A name with tag or digest, or an image id.</param>
    Task<ImageStatus?> GetImageAsync(string reference, CancellationToken cancellationToken);

    /// <summary>Fetches the image from its registry even if it is present.</summary>
    /// <exception cref="RuntimeException"><see cref="RuntimeError.PullFailed"/> with the registry's answer.</exception>
    Task<ImageStatus> PullImageAsync(string reference, RegistryCredentials? credentials, IProgress<PullProgress>? progress, CancellationToken cancellationToken);

    Task<IReadOnlyList<ImageStatus>> ListImagesAsync(CancellationToken cancellationToken);

    /// <summary>Removes the image; an absent one is no error, one in use is a <see cref="RuntimeError.Conflict"/>.</summary>
    Task RemoveImageAsync(string reference, CancellationToken cancellationToken);
}
