namespace ActorKube.Network.Proxy.Tables;

internal enum FrontendKind
{
    /// <summary>Address that only the cluster knows; its other ports are refused.</summary>
    ClusterIp,

    NodePort,

    ExternalIp,

    /// <summary>Address of a load balancer, whose packets arrive with it.</summary>
    LoadBalancer,
}
