using System.Net;

namespace ActorKube.Host.Composition;

/// <summary>What a host is started with.</summary>
public sealed record HostSettings
{
    /// <summary>Folder of the journal, the certificates, the kubeconfig and the pods' volumes.</summary>
    public required string DataDirectory { get; init; }

    /// <summary><c>postgres:</c> and an Npgsql connection string: the journal that many hosts share. Null: a SQLite file in <see cref="DataDirectory"/>.</summary>
    public string? Journal { get; init; }

    /// <summary>Port of the API; 6443 is Kubernetes' own.</summary>
    public int Port { get; init; } = 6443;

    /// <summary>Address that the API listens on; by default all, since pods and other hosts reach it.</summary>
    public IPAddress Listen { get; init; } = IPAddress.Any;

    /// <summary><c>docker</c> or <c>simulated</c>.</summary>
    public string Runtime { get; init; } = "docker";

    /// <summary>Cluster IP of the kubernetes service: the first of the service range.</summary>
    public IPAddress ServiceAddress { get; init; } = IPAddress.Parse("10.96.0.1");

    public Uri Url => new($"https://127.0.0.1:{Port}");

    public string KubeconfigPath => Path.Combine(DataDirectory, "kubeconfig");
}
