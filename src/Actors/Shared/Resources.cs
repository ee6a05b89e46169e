namespace ActorKube.Actors.Shared;

/// <summary>Addresses of the resources that reconcilers work with.</summary>
internal static class Resources
{
    public const string ApiServices = "apiservices.apiregistration.k8s.io";
    public const string ConfigMaps = "configmaps";
    public const string ControllerRevisions = "controllerrevisions.apps";
    public const string CronJobs = "cronjobs.batch";
    public const string DaemonSets = "daemonsets.apps";
    public const string Deployments = "deployments.apps";
    public const string Endpoints = "endpoints";
    public const string EndpointSlices = "endpointslices.discovery.k8s.io";
    public const string Events = "events";
    public const string FlowSchemas = "flowschemas.flowcontrol.apiserver.k8s.io";
    public const string IngressClasses = "ingressclasses.networking.k8s.io";
    public const string Ingresses = "ingresses.networking.k8s.io";
    public const string Jobs = "jobs.batch";
    public const string HorizontalPodAutoscalers = "horizontalpodautoscalers.autoscaling";
    public const string Leases = "leases.coordination.k8s.io";
    public const string LimitRanges = "limitranges";
    public const string Namespaces = "namespaces";
    public const string Nodes = "nodes";
    public const string PersistentVolumeClaims = "persistentvolumeclaims";
    public const string PersistentVolumes = "persistentvolumes";
    public const string PodDisruptionBudgets = "poddisruptionbudgets.policy";
    public const string Pods = "pods";
    public const string PriorityLevels = "prioritylevelconfigurations.flowcontrol.apiserver.k8s.io";
    public const string ReplicaSets = "replicasets.apps";
    public const string ReplicationControllers = "replicationcontrollers";
    public const string ResourceQuotas = "resourcequotas";
    public const string Secrets = "secrets";
    public const string ServiceAccounts = "serviceaccounts";
    public const string Services = "services";
    public const string StatefulSets = "statefulsets.apps";
    public const string StorageClasses = "storageclasses.storage.k8s.io";
}
