using System.Net.Http.Headers;

namespace ActorKube.NodeAgent.Docker;

/// <summary>Containers of an engine.</summary>
internal readonly struct DockerContainers(DockerTransport transport)
{
    /// <summary>Makes a container, not started. 409 if the name is taken, 404 if the image is absent.</summary>
    public Task<ContainerCreated> CreateAsync(string? name, ContainerSpec spec, CancellationToken cancellationToken) =>
        transport.PostAsync(
            new Query("/containers/create").With("name", name).ToString(), spec, DockerJson.Default.ContainerSpec, DockerJson.Default.ContainerCreated, cancellationToken);

    /// <summary>304 (<see cref="DockerException.IsUnchanged"/>) if it runs already.</summary>
    public Task StartAsync(string id, CancellationToken cancellationToken) => PostAsync($"/containers/{id}/start", cancellationToken);

    /// <summary>Sends the stop signal and after the grace SIGKILL; answers when the container is dead. 304 if it is already.</summary>
    public Task StopAsync(string id, int graceSeconds, CancellationToken cancellationToken) =>
        PostAsync(new Query($"/containers/{id}/stop").With("t", graceSeconds).ToString(), cancellationToken);

    public Task KillAsync(string id, string signal, CancellationToken cancellationToken) =>
        PostAsync(new Query($"/containers/{id}/kill").With("signal", signal).ToString(), cancellationToken);

    /// <summary>Removes the container, its log and its anonymous volumes.</summary>
    /// <param name="force">Kills it first if it runs.</param>
    public Task RemoveAsync(string id, bool force, CancellationToken cancellationToken) =>
        transport.DoAsync(HttpMethod.Delete, new Query($"/containers/{id}").With("force", force).With("v", true).ToString(), null, cancellationToken);

    public Task<ContainerDetails> InspectAsync(string id, CancellationToken cancellationToken) =>
        transport.GetAsync($"/containers/{id}/json", DockerJson.Default.ContainerDetails, cancellationToken);

    /// <summary>Containers, running or not, that have all of the labels (<c>name</c> or <c>name=value</c>).</summary>
    public Task<ContainerListItem[]> ListAsync(IReadOnlyList<string> labels, CancellationToken cancellationToken) =>
        transport.GetAsync(
            new Query("/containers/json").With("all", true).WithFilters(new Dictionary<string, IReadOnlyList<string>> { ["label"] = labels }).ToString(),
            DockerJson.Default.ContainerListItemArray,
            cancellationToken);

    /// <summary>Waits until the container doesn't run; its exit code.</summary>
    public async Task<int> WaitAsync(string id, CancellationToken cancellationToken)
    {
        using var response = await transport.SendAsync(HttpMethod.Post, $"/containers/{id}/wait", null, cancellationToken);
        await foreach (var result in JsonLines.ReadAsync(response, DockerJson.Default.WaitResult, cancellationToken))
        {
            return result.StatusCode;
        }

        throw new DockerException(null, $"the engine ended the wait for container {id} without an answer");
    }

    public Task RenameAsync(string id, string name, CancellationToken cancellationToken) =>
        PostAsync(new Query($"/containers/{id}/rename").With("name", name).ToString(), cancellationToken);

    public Task UpdateAsync(string id, ResourceUpdate resources, CancellationToken cancellationToken) =>
        transport.DoAsync(HttpMethod.Post, $"/containers/{id}/update", DockerTransport.ToContent(resources, DockerJson.Default.ResourceUpdate), cancellationToken);

    public Task ResizeAsync(string id, int columns, int rows, CancellationToken cancellationToken) =>
        PostAsync(new Query($"/containers/{id}/resize").With("w", columns).With("h", rows).ToString(), cancellationToken);

    public Task<ProcessList> TopAsync(string id, CancellationToken cancellationToken) =>
        transport.GetAsync($"/containers/{id}/top", DockerJson.Default.ProcessList, cancellationToken);

    /// <summary>One measurement, at once: without the second one that the engine would take to show a rate.</summary>
    public Task<StatsSample> StatsAsync(string id, CancellationToken cancellationToken) =>
        transport.GetAsync($"/containers/{id}/stats?stream=false&one-shot=true", DockerJson.Default.StatsSample, cancellationToken);

    /// <summary>A file or directory of the container as a tar archive. Dispose the stream.</summary>
    public async Task<Stream> GetArchiveAsync(string id, string path, CancellationToken cancellationToken)
    {
        var response = await transport.OpenAsync(new Query($"/containers/{id}/archive").With("path", path).ToString(), cancellationToken);
        return await response.Content.ReadAsStreamAsync(cancellationToken);
    }

    /// <summary>Unpacks a tar archive in an existing directory of the container.</summary>
    public Task PutArchiveAsync(string id, string directory, Stream tar, CancellationToken cancellationToken)
    {
        var content = new StreamContent(tar) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-tar") } };
        return transport.DoAsync(HttpMethod.Put, new Query($"/containers/{id}/archive").With("path", directory).ToString(), content, cancellationToken);
    }

    private Task PostAsync(string path, CancellationToken cancellationToken) => transport.DoAsync(HttpMethod.Post, path, null, cancellationToken);
}
