// The API and the runtimes have types of the same name; the API's keep the plain one.
global using RuntimeContainer = ActorKube.NodeAgent.Runtimes.ContainerStatus;
global using RuntimeContainerState = ActorKube.NodeAgent.Runtimes.ContainerState;
