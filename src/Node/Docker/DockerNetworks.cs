namespace ActorKube.NodeAgent.Docker;

/// <summary>Networks of an engine.</summary>
internal readonly struct DockerNetworks(DockerTransport transport)
{
    public Task<NetworkDetails> InspectAsync(string nameOrId, CancellationToken cancellationToken) =>
        transport.GetAsync($"/networks/{Uri.EscapeDataString(nameOrId)}", DockerJson.Default.NetworkDetails, cancellationToken);

    public async Task<string> CreateAsync(NetworkSpec spec, CancellationToken cancellationToken) =>
        (await transport.PostAsync("/networks/create", spec, DockerJson.Default.NetworkSpec, DockerJson.Default.NetworkCreated, cancellationToken)).Id;

    public Task RemoveAsync(string nameOrId, CancellationToken cancellationToken) =>
        transport.DoAsync(HttpMethod.Delete, $"/networks/{Uri.EscapeDataString(nameOrId)}", null, cancellationToken);
}
