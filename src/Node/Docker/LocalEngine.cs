namespace ActorKube.NodeAgent.Docker;

/// <summary>The engine that DOCKER_HOST names, or this machine's: what a launcher asks of it before a runtime starts.</summary>
public static class LocalEngine
{
    /// <summary>Whether an engine answers.</summary>
    public static async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        using var client = new DockerClient(DockerEndpoint.FromEnvironment());
        try
        {
            await client.PingAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DockerException)
        {
            return false;
        }
    }

    /// <summary>Whether the engine has the image. No registry is asked.</summary>
    /// <exception cref="DockerException">The engine fails.</exception>
    public static async Task<bool> HasImageAsync(string image, CancellationToken cancellationToken)
    {
        using var client = new DockerClient(DockerEndpoint.FromEnvironment());
        await client.ConnectAsync(cancellationToken).ConfigureAwait(false);
        var images = await client.Images.ListAsync(cancellationToken).ConfigureAwait(false);
        return images.Any(i => i.RepoTags?.Contains(image) == true);
    }

    /// <summary>Makes an image of a root file system in a tar archive.</summary>
    /// <param name="tags">One or more.</param>
    /// <param name="changes">Instructions as in a Dockerfile: <c>ENV</c>, <c>ENTRYPOINT</c>...</param>
    /// <exception cref="DockerException">The engine refuses it.</exception>
    public static async Task ImportImageAsync(string repository, IReadOnlyList<string> tags, Stream tar, IReadOnlyList<string> changes, CancellationToken cancellationToken)
    {
        using var client = new DockerClient(DockerEndpoint.FromEnvironment());
        await client.ConnectAsync(cancellationToken).ConfigureAwait(false);
        await client.Images.ImportAsync(repository, tags[0], tar, changes, cancellationToken).ConfigureAwait(false);
        foreach (var tag in tags.Skip(1))
        {
            await client.Images.TagAsync($"{repository}:{tags[0]}", repository, tag, cancellationToken).ConfigureAwait(false);
        }
    }
}
