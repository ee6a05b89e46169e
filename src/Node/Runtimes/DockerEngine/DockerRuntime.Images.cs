using ActorKube.NodeAgent.Docker;
using ActorKube.NodeAgent.Runtimes.DockerEngine.Mapping;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine;

/// <content>Images.</content>
public sealed partial class DockerRuntime
{
    public Task<ImageStatus?> GetImageAsync(string reference, CancellationToken cancellationToken) =>
        Errors.NullIfGoneAsync(async () => ToStatus(await _docker.Images.InspectAsync(reference, cancellationToken)));

    public async Task<ImageStatus> PullImageAsync(string reference, RegistryCredentials? credentials, IProgress<PullProgress>? progress, CancellationToken cancellationToken)
    {
        var auth = credentials is null
            ? null
            : new AuthConfig { Username = credentials.Username, Password = credentials.Password, IdentityToken = credentials.IdentityToken };
        try
        {
            await _docker.Images.PullAsync(WithTag(reference), auth, Report, cancellationToken);
        }
        catch (DockerException e) when (!e.IsUnreachable)
        {
            throw new RuntimeException(RuntimeError.PullFailed, e.Message, e);
        }
        catch (DockerException e)
        {
            throw Errors.From(e);
        }

        return await GetImageAsync(reference, cancellationToken)
            ?? throw new RuntimeException(RuntimeError.PullFailed, $"the engine pulled {reference} but doesn't have it");

        void Report(PullMessage message) =>
            progress?.Report(new PullProgress(message.Id ?? "", message.Status ?? "", message.Detail?.Current ?? 0, message.Detail?.Total ?? 0));
    }

    public Task<IReadOnlyList<ImageStatus>> ListImagesAsync(CancellationToken cancellationToken) => Errors.MapAsync(async () =>
    {
        var images = await _docker.Images.ListAsync(cancellationToken);
        return (IReadOnlyList<ImageStatus>)[.. images.Select(i => new ImageStatus { Id = i.Id, Tags = Names(i.RepoTags), Digests = Names(i.RepoDigests), SizeBytes = i.Size })];
    });

    public Task RemoveImageAsync(string reference, CancellationToken cancellationToken) =>
        Errors.IgnoreGoneAsync(() => _docker.Images.RemoveAsync(reference, force: false, cancellationToken));

    /// <summary>A reference without tag or digest means <c>latest</c>; the engine would fetch all tags.</summary>
    internal static string WithTag(string reference)
    {
        var name = reference[(reference.LastIndexOf('/') + 1)..];
        return name.Contains(':', StringComparison.Ordinal) || name.Contains('@', StringComparison.Ordinal) ? reference : reference + ":latest";
    }

    private static ImageStatus ToStatus(ImageDetails image) => new()
    {
        Id = image.Id,
        Tags = Names(image.RepoTags),
        Digests = Names(image.RepoDigests),
        SizeBytes = image.Size,
        User = image.Config?.User ?? "",
    };

    // The engine lists an image without a name as <none>:<none>.
    private static IReadOnlyList<string> Names(IReadOnlyList<string>? names) => [.. (names ?? []).Where(n => !n.StartsWith("<none>", StringComparison.Ordinal))];
}
