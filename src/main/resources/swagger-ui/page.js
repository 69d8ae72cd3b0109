// Relative, so that page and description find each other behind any load balancer and under any prefix.
SwaggerUIBundle({
  url: '../v3/api-docs',
  dom_id: '#api',
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
});
