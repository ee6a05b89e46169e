using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ActorKube.NodeAgent.Docker;

/// <summary>Images of an engine.</summary>
internal readonly struct DockerImages(DockerTransport transport)
{
    public Task<ImageDetails> InspectAsync(string reference, CancellationToken cancellationToken) =>
        transport.GetAsync($"/images/{Escape(reference)}/json", DockerJson.Default.ImageDetails, cancellationToken);

    public Task<ImageListItem[]> ListAsync(CancellationToken cancellationToken) => transport.GetAsync("/images/json", DockerJson.Default.ImageListItemArray, cancellationToken);

    /// <summary>Fetches an image from its registry. The reference needs a tag or digest: without one the engine fetches every tag.</summary>
    public async Task PullAsync(string reference, AuthConfig? auth, Action<PullMessage> progress, CancellationToken cancellationToken)
    {
        using var response = await transport.SendAsync(
            HttpMethod.Post, new Query("/images/create").With("fromImage", reference).ToString(), null, cancellationToken, headers => AddAuth(headers, auth));
        await FollowAsync(response, progress, cancellationToken);
    }

    /// <summary>Makes an image of one layer from a tar archive.</summary>
    /// <param name="changes">Instructions as in a Dockerfile, such as <c>ENTRYPOINT ["/pause"]</c>.</param>
    public async Task ImportAsync(string repository, string tag, Stream tar, IReadOnlyList<string> changes, CancellationToken cancellationToken)
    {
        var path = new Query("/images/create").With("fromSrc", "-").With("repo", repository).With("tag", tag);
        foreach (var change in changes)
        {
            path.With("changes", change);
        }

        var content = new StreamContent(tar) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-tar") } };
        using var response = await transport.SendAsync(HttpMethod.Post, path.ToString(), content, cancellationToken);
        await FollowAsync(response, _ => { }, cancellationToken);
    }

    public Task TagAsync(string reference, string repository, string tag, CancellationToken cancellationToken) =>
        transport.DoAsync(HttpMethod.Post, new Query($"/images/{Escape(reference)}/tag").With("repo", repository).With("tag", tag).ToString(), null, cancellationToken);

    public Task RemoveAsync(string reference, bool force, CancellationToken cancellationToken) =>
        transport.DoAsync(HttpMethod.Delete, new Query($"/images/{Escape(reference)}").With("force", force).ToString(), null, cancellationToken);

    // The engine answers 200 before it begins; a failure is a line of the progress.
    private static async Task FollowAsync(HttpResponseMessage response, Action<PullMessage> progress, CancellationToken cancellationToken)
    {
        await foreach (var message in JsonLines.ReadAsync(response, DockerJson.Default.PullMessage, cancellationToken))
        {
            if (message.Error is not null)
            {
                throw new DockerException(response.StatusCode, message.Error);
            }

            progress(message);
        }
    }

    private static void AddAuth(HttpRequestHeaders headers, AuthConfig? auth)
    {
        if (auth is not null)
        {
            headers.Add("X-Registry-Auth", Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(auth, DockerJson.Default.AuthConfig)));
        }
    }

    // Slashes of a name are part of the path.
    private static string Escape(string reference) => Uri.EscapeDataString(reference).Replace("%2F", "/", StringComparison.Ordinal);
}
